"""The page of an initiative as plain values for its template."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives.lifecycle import DRAFT, STAGES, STEPS, STOPPED
from middenstip.domain.initiatives.models import THEMES, Initiative
from middenstip.domain.parties.rules import CONNECTOR, HANDLER
from middenstip.domain.projects.lifecycle import is_late
from middenstip.domain.reports.selectors.ball import Ball, Party, ball_of
from middenstip.domain.reports.selectors.names import somebody
from middenstip.domain.reports.selectors.standing import (
    Row,
    Standing,
    agreements_at,
    case_at,
    goal_at,
)
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.web.pages.initiatives.goal_part import goal_part
from middenstip.web.pages.initiatives.story_part import story_part
from middenstip.web.shared import dates
from middenstip.web.shared.agreement_lines import LATE, STATES, due_words
from middenstip.web.shared.fold import fold
from middenstip.web.shared.ways import with_next
from middenstip.web.shared.words import in_words


def present(
    initiative: Initiative, standing: Standing, actor: Actor | None, person: int | None
) -> dict[str, Any]:
    """All that `initiatives/detail.html` shows `person` (a key; None is a visitor) in the hat of `actor`."""
    today = clock.today()
    story, earlier = fold(story_part(initiative, standing, today))
    return {
        "title": initiative.title,
        "menu": "initiatieven",
        "initiative": initiative,
        "crumbs": _crumbs(initiative),
        "hat": initiative.seat.label,
        "ball": _ball(_find_ball(initiative, standing, today), today),
        "is_led": bool(STAGES.acts(initiative.stage)) and initiative.initiator.erased_at is None,
        "is_over": not STAGES.acts(initiative.stage),
        "step": _step(initiative),
        "is_stopped": initiative.stage == STOPPED,
        "themes": [_(THEMES[slug].word) for slug in standing.themes],
        "goal": goal_part(standing.table),
        "reins": {key: getattr(initiative, key).splitlines() for key in ("fixed", "negotiable", "open")},
        "agreements": [_agreement(row, today) for row in sorted(standing.agreements, key=_late_first(today))],
        "news": [_news(row, today) for row in standing.news],
        "people": [_partner(row) for row in standing.partners if row["state"] == "accepted"],
        "case": standing.case,
        "story": story,
        "earlier": earlier,
        "urls": _urls(initiative),
        **_acts(initiative, standing, actor, person),
    }


def _urls(initiative: Initiative) -> dict[str, str]:
    page = reverse("initiatives:detail", args=[initiative.public_id])
    words = {"news": "nieuws", "table": "tafel", "change": "veranderen", "reins": "regie"}
    words |= {"finish": "afronden", "stop": "stoppen"}
    login, seat = (with_next(reverse(name), page + "#helpen") for name in ("account_login", "mine:seat"))
    return {"login": login, "seat": seat} | {key: f"{page}{word}/" for key, word in words.items()}


def _crumbs(initiative: Initiative) -> list[dict[str, str]]:
    areas = [initiative.municipality, initiative.district, initiative.area]
    known = {area.code: area.name for area in areas if area}
    return [{"url": f"/gebied/{code}/", "label": name} for code, name in known.items()]


def _find_ball(initiative: Initiative, standing: Standing, today: date) -> Ball | None:
    desk = Party(_("De balie"), initiative.municipality.name, "overheid")
    return ball_of(
        stage=initiative.stage,
        initiator=Party(initiative.initiator.shown_name, initiative.seat.label, initiative.seat.half),
        desk=desk,
        connector=_connector(initiative, desk),
        case=case_at(standing.case),
        goal=goal_at(standing.table),
        agreements=agreements_at(standing.agreements, today),
        is_gone=initiative.initiator.erased_at is not None,
    )


def _connector(initiative: Initiative, desk: Party) -> Party | None:
    """Who was named as verbinder; the desk while nobody took over from one who left."""
    seat, name = initiative.connector, initiative.connector_name  # type: ignore[attr-defined]
    if seat is None:
        return None
    return Party(name, seat.label, seat.half) if name else desk


def _ball(ball: Ball | None, today: date) -> dict[str, Any] | None:
    if ball is None:
        return None
    since = timezone.localdate(ball.since) if ball.since else None
    who = ball.party.who
    role = ball.party.role.removesuffix(f", {who}")  # an organisation is named once
    shown: dict[str, Any] = {"who": who, "role": role, "half": ball.party.half}
    shown |= {"question": ball.question, "since_text": "", "due_text": "", "late_text": "", "used": None}
    if since:
        shown["since_text"] = _("Sinds %(day)s") % {"day": dates.past_date(since, today)}
    if ball.due:
        shown["due_text"] = _("Uiterlijk %(day)s") % {"day": dates.short_date(ball.due)}
        if ball.due < today:
            shown["late_text"] = dates.days_left(ball.due, today)
    if since and ball.due and ball.due > since:
        shown["used"] = max(0, min(100, round(100 * (today - since).days / (ball.due - since).days)))
    return shown


def _step(initiative: Initiative) -> int:
    """1 to 7; 0 for a draft. What stopped is shown at the table it had reached, or at the start."""
    return STEPS.index(initiative.stage) + 1 if initiative.stage in STEPS else 0


def _late_first(today: date) -> Any:
    order = {LATE: 0, "tekenen": 1, "loopt": 1, "mis": 2, "gedaan": 3}
    return lambda row: (order[_state(row, today)], row["on"])


def _state(row: Row, today: date) -> str:
    return LATE if is_late(row["state"], row["on"], today) else STATES[row["state"]]


def _agreement(row: Row, today: date) -> dict[str, Any]:
    due = due_words(row["on"], today, is_late=is_late(row["state"], row["on"], today))
    if row["state"] == "proposed":
        due = _("Wacht op handtekeningen")
    if row["state"] == "done" and row["at"]:
        due = _("Klaar op %(day)s") % {"day": dates.long_date(row["at"])}
    if row["state"] == "not_met":
        due = row["extra"].rstrip(".")
    return {
        "state": _state(row, today),
        "who": row["organisation"] or somebody(row["title"]),
        "to": row["organisation_2"] or somebody(row["title_2"]),
        "text": row["text"],
        "when_text": due,
        "url": f"/afspraak/{row['id']}/",
    }


def _news(row: Row, today: date) -> dict[str, str]:
    iso = timezone.localdate(row["at"]).isoformat()
    return {"date": dates.past_date(row["at"], today), "iso": iso, "text": row["text"]}


def _partner(row: Row) -> dict[str, Any]:
    hat = f"{row['title']}, {row['organisation']}" if row["organisation"] else row["title"]
    return {"id": row["id"], "name": row["name"] or hat, "hat": hat, "half": row["half"]} | {
        "brings": row["text"],
        "gets": row["extra"],
        "fears": row["more"],
        "number": row["number"],
    }


def _acts(
    initiative: Initiative, standing: Standing, actor: Actor | None, person: int | None
) -> dict[str, Any]:
    """What the reader may do here; with the reason when somebody would wonder why not."""
    stage, is_mine = initiative.stage, person == initiative.initiator_id
    offers = [_partner(row) for row in standing.partners if row["state"] == "offered"]
    if actor is None:
        return {
            "is_mine": is_mine,
            "offers": offers if is_mine and STAGES.acts(stage) else [],  # the answer first asks for a seat
            "needs_seat": person is not None,
            "can_follow": stage != DRAFT,
            "can_help": bool(STAGES.acts(stage)) and not is_mine and not initiative.initiator.erased_at,
        }
    mine = next((row for row in standing.partners if row["seat"] == actor.seat), None)
    verdict = rules.may_offer_help(actor, initiative)
    return {
        "is_mine": is_mine,
        "can_change": bool(rules.may_change(actor, initiative)),
        "can_follow": stage != DRAFT,
        "can_help": bool(verdict) and mine is None,
        "why_not_help": "" if is_mine or verdict else in_words(verdict.reason),
        "can_end_help": mine is not None and bool(STAGES.acts(stage)),
        "my_help": _partner(mine) | {"state": mine["state"]} if mine else None,
        "offers": offers if rules.may_answer_help(actor, initiative) else [],
        "can_open_table": STAGES.allows(stage, "open_goal") and (_runs(initiative, actor) or _helps(mine)),
        "can_submit": is_mine and STAGES.allows(stage, "submit"),
        "can_finish": is_mine and STAGES.allows(stage, "finish"),
        "can_stop": is_mine and STAGES.allows(stage, "stop"),
    }


def _runs(initiative: Initiative, actor: Actor) -> bool:
    """`goals.rules.may_open` without its query: the partners are known here already."""
    codes = rules.area_codes(initiative)
    is_mine = actor.person == initiative.initiator_id
    return is_mine or actor.has_role(CONNECTOR, *codes) or actor.has_role(HANDLER, *codes)


def _helps(row: Row | None) -> bool:
    return row is not None and row["state"] == "accepted"
