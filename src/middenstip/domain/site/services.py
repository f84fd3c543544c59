"""Services that set up the platform. Sending the same form twice changes nothing the second time."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from middenstip.domain.areas.models import Area, Kind
from middenstip.domain.site import facts, rules
from middenstip.domain.site.models import LEAD_LENGTH, RULE_LENGTH, TITLE_LENGTH, Site
from middenstip.journal.record import record
from middenstip.kernel import colour, typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import YES, Invalid, Verdict, require, said
from middenstip.kernel.write import write

FRONT, RULES, COLOURS, HOME, THEMES = "front", "rules", "colours", "home", "themes"
INK = "#0b0c0c"  # of the number on a ball; white when that is easier to read
TOO_LONG = "Dat is te lang: hooguit %(most)s tekens."


@write
def change_front(*, by: Actor, title: str, lead: str, at: datetime) -> Site:
    """The title and first sentences of the front page; "" is what the platform says itself."""
    told = {
        "front_title": _short("title", typed.line(title), TITLE_LENGTH),
        "front_lead": _short("lead", typed.line(lead), LEAD_LENGTH),
    }
    return _change(by, FRONT, told, at)


@write
def change_rules(*, by: Actor, lead: str, texts: Mapping[str, str], at: datetime) -> Site:
    """The first sentence of the rules, and what each rule means here, by its key; "" is our own text."""
    kept = {key: _short(key, typed.line(text), RULE_LENGTH) for key, text in texts.items()}
    told = {
        "rules_lead": _short("lead", typed.line(lead), LEAD_LENGTH),
        "rule_texts": {key: text for key, text in kept.items() if text},
    }
    return _change(by, RULES, told, at)


@write
def choose_colours(*, by: Actor, main: str, ball: str, at: datetime) -> Site:
    """The colour of text and buttons, and that of the ball; "" is our own. Refused when it cannot be read."""
    main, ball = typed.line(main).lower(), typed.line(ball).lower()
    errors = {}
    for field, chosen, check in (("main", main, rules.is_readable), ("ball", ball, rules.is_seen)):
        verdict: Verdict = check(chosen) if chosen else YES
        if not verdict:
            errors[field] = verdict.reason
    if errors:
        raise Invalid(errors)
    shades = {f"--ms-merk-{step}": value for step, value in colour.own_scale(main).items()} if main else {}
    if ball:
        shades |= {"--bal": ball, "--bal-tekst": max(INK, colour.WHITE, key=partial(colour.contrast, ball))}
    return _change(by, COLOURS, {"main_colour": main, "ball_colour": ball, "shades": shades}, at)


@write
def choose_home(*, by: Actor, area: Area | None, at: datetime) -> Site:
    """The gemeente whose tribune is the front page; None follows the setting of the server."""
    if area and area.kind != Kind.MUNICIPALITY:
        raise Invalid({"home": "Kies een gemeente."})
    return _change(by, HOME, {"home": area}, at)


@write
def choose_themes(*, by: Actor, themes: Collection[str], known: Collection[str], at: datetime) -> Site:
    """The themes to choose from for a new idea, of the `known` ones. All of them is the same as no choice."""
    chosen = [theme for theme in known if theme in themes]
    if not chosen:
        raise Invalid({"themes": "Kies minstens één thema."})
    return _change(by, THEMES, {"themes": [] if len(chosen) == len(known) else chosen}, at)


@write
def the_row(*, by: Actor) -> Site:
    """The one row, stored; made when this is the first choice. The logo hangs on its id."""
    require(rules.may_set_up(by))
    return Site.objects.get_or_create(is_only=True)[0]


def _change(by: Actor, what: str, told: Mapping[str, Any], at: datetime) -> Site:
    site = Site.objects.select_for_update(of=("self",)).get(pk=the_row(by=by).pk)
    new = {key: value for key, value in told.items() if getattr(site, key) != value}
    if not new:
        return site
    for key, value in new.items():
        setattr(site, key, value)
    record(facts.SiteChanged(subject=site.public_id, what=what), by=by, at=at)
    return site.store(*new)


def _short(field: str, text: str, most: int) -> str:
    if len(text) > most:
        raise Invalid({field: said(TOO_LONG, most=most)})
    return text
