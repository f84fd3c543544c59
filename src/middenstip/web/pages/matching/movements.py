"""A movement as one story: its aim, the initiatives in it, what they do together, and their news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.matching.lifecycle import INVITED, JOINED, MEMBER, MOVEMENT, WANTS
from middenstip.domain.matching.models import Movement, MovementMember
from middenstip.domain.matching.rules import is_in, may_find
from middenstip.domain.matching.selectors.listings import own_initiatives
from middenstip.domain.matching.selectors.movements import (
    Together,
    members_of,
    movement_by_id,
    news_of,
    together,
)
from middenstip.domain.rooms import path_to
from middenstip.kernel.actor import Doer
from middenstip.kernel.contact import masked
from middenstip.kernel.half import bits_of, halves_of
from middenstip.web.shared.cards import beginning
from middenstip.web.shared.dates import short_date
from middenstip.web.shared.hat import actor_of, anyone
from middenstip.web.shared.reply import found
from middenstip.web.shared.svg import ring_svg
from middenstip.web.shared.words import stage_words, thousands


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    movement = found(movement_by_id(public_id))
    members = members_of(movement.pk)
    by = anyone(request) if request.user.is_authenticated else None
    found(movement if may_find(by, movement, members) else None)
    inside = [one.initiative for one in members if one.state == JOINED and not one.initiative.is_hidden]
    keys = [one.pk for one in inside]
    halves = bits_of(half for one in inside for half in halves_of(one.halves))
    page = {
        "title": masked(movement.title),
        "menu": "tribune",
        "crumbs": [{"url": path_to("area", movement.area.code), "label": movement.area.name}],
        "movement": movement,
        "state": _(MOVEMENT.words[movement.state]),
        "ring": ring_svg(halves, size=72),
        "cards": [_card(one) for one in inside],
        "figures": _figures(together(keys), len(inside)),
        "story": _story(inside, news_of(keys)),
        "actor": actor_of(request),
        "report_url": ""
        if movement.is_hidden or not movement.began_at
        else reverse("moderation:report", args=["beweging", movement.public_id]),
    }
    return render(request, "matching/movement.html", page | _acts(by, movement, members))


def _acts(by: Doer | None, movement: Movement, members: Sequence[MovementMember]) -> dict[str, Any]:
    """What this reader can do: answer, let in, ask to join, change, invite, leave."""
    if by is None:
        return {"is_visitor": True}
    mine = [one for one in members if one.initiative.initiator_id == by.person_id]
    leads = is_in(by, members)
    known = {one.initiative.public_id for one in members if not MEMBER.allows(one.state, "want")}
    wants = MOVEMENT.allows(movement.state, "want")
    own = own_initiatives(by.person_id) if wants else []
    return {
        "invited": [_line(one) for one in mine if one.state == INVITED],
        "wanting": [_line(one) for one in members if one.state == WANTS] if leads else [],
        "waiting": [_line(one) for one in mine if one.state == WANTS],
        "asked": [_line(one) for one in members if one.state == INVITED] if leads else [],
        "joinable": [(code, title) for code, title in own if code not in known],
        "leavable": [_line(one) for one in mine if one.state == JOINED and MOVEMENT.acts(movement.state)],
        "leads": leads and not movement.is_hidden and MOVEMENT.allows(movement.state, "change"),
    }


def _card(one: Initiative) -> dict[str, Any]:
    return {
        "url": path_to("initiative", one.public_id),
        "title": masked(one.title),
        "text": beginning(masked(one.what)),
        "line": f"{one.area.name} · {stage_words(one.stage)}",
        "ring": ring_svg(one.halves, size=44),
    }


def _line(one: MovementMember) -> dict[str, Any]:
    return {
        "id": one.initiative.public_id,
        "url": path_to("initiative", one.initiative.public_id),
        "title": masked(one.initiative.title),
    }


def _figures(made: Together, count: int) -> list[dict[str, str]]:
    """What they do together, with the definition under the figures."""
    shown = (
        (count, _("initiatieven")),
        (made.helpers, _("mensen en organisaties doen mee")),
        (made.deals, _("keer hulp gedeeld")),
        (made.hours, _("uren geholpen")),
    )
    return [{"value": thousands(value), "unit": unit} for value, unit in shown if value]


def _story(inside: Sequence[Initiative], news: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """When each of them began and what they tell since, as one story, the newest first."""
    begun = [
        (one.submitted_at, one.public_id, one.title, _("Zo begon het: %(what)s") % {"what": one.what})
        for one in inside
    ]
    told = [(row["at"], row["initiative__public_id"], row["initiative__title"], row["text"]) for row in news]
    return [
        {
            "day": short_date(at),
            "iso": at.date().isoformat(),
            "url": path_to("initiative", code),
            "title": masked(title),
            "text": beginning(masked(text)),
        }
        for at, code, title, text in sorted([*begun, *told], key=lambda row: row[0], reverse=True)
    ]
