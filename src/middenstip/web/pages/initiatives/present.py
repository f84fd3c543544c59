"""The page of an initiative as plain values for its template."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import STAGES, STEPS, STOPPED
from middenstip.domain.initiatives.models import THEME_WORDS, Initiative
from middenstip.domain.initiatives.selectors.around import themes_of
from middenstip.domain.initiatives.selectors.helping import helping
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.turn import Turn
from middenstip.web.pages.initiatives.own import Reader, acts, is_led, own_parts, urls
from middenstip.web.parts import on_initiative
from middenstip.web.shared.mini_map import mini_map
from middenstip.web.shared.part import OnInitiative, by_place
from middenstip.web.shared.streets import streets_link
from middenstip.web.shared.turns import card, is_for
from middenstip.web.shared.words import first_words


def present(
    initiative: Initiative, actor: Actor | None, person: int | None, turn: Turn | None
) -> dict[str, Any]:
    """All that `initiatives/detail.html` shows `person` (a key; None is a visitor) in the hat of `actor`."""
    today = clock.today()
    helpers = helping(initiative, today)
    can = acts(initiative, Reader(person, actor, helpers))
    page = OnInitiative(initiative, actor, today)
    rooms = by_place([*own_parts(page, can, helpers), *on_initiative(page)])
    here = path_to("initiative", initiative.public_id)
    return {
        "title": initiative.title,
        "description": first_words(masked(initiative.what)),
        "menu": "initiatieven",
        "initiative": initiative,
        "crumbs": _crumbs(initiative),
        "hat": initiative.seat.label,
        "turn": turn,
        "ball": card(turn, today, is_mine=is_for(turn, actor, person), here=here) if turn else None,
        "is_led": is_led(initiative),
        "is_over": not STAGES.acts(initiative.stage),
        "step": _step(initiative),
        "is_stopped": initiative.stage == STOPPED,
        "themes": [_(THEME_WORDS[slug]) for slug in themes_of(initiative)],
        "rooms": rooms,
        "picture": next((part.values["cover"] for part in rooms["main"] if "cover" in part.values), None),
        "urls": urls(initiative),
        "mini_map": mini_map(initiative),
        "streets": _streets(initiative),
        **can,
    }


def _streets(initiative: Initiative) -> dict[str, str] | None:
    """The way to the map with streets, of an initiative with a point."""
    if initiative.lon is None or initiative.lat is None:
        return None
    return streets_link(initiative.area.code, (initiative.lon, initiative.lat))


def _crumbs(initiative: Initiative) -> list[dict[str, str]]:
    areas = [initiative.municipality, initiative.district, initiative.area]
    known = {area.code: area.name for area in areas if area}
    return [{"url": path_to("area", code), "label": name} for code, name in known.items()]


def _step(initiative: Initiative) -> int:
    """1 to 7; 0 for a draft. A stopped one is at the step of its table, or at the first."""
    return STEPS.index(initiative.stage) + 1 if initiative.stage in STEPS else 0
