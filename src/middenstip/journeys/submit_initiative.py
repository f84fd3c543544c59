"""Somebody tells an idea. It becomes public, and the desk gets its one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import rules as intake_rules
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.once import fingerprint, once
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


@write
def draft(
    *,
    initiator: Person,
    half: Half,
    area: Area,
    texts: Mapping[str, str],
    reins: Mapping[str, str],
    seat: Seat | None = None,
    themes: Iterable[str] = (),
    is_hybrid: bool = False,
    has_place: bool = False,
    point: tuple[float, float] | None = None,
    send: bool = False,
    key: str = "",
    at: datetime,
) -> Initiative:
    """Keep the answers to the three questions and the regie-kaart as a draft, or `send` it in one piece.

    `seat` is the hat of whoever is logged in; without it the person gets a seat alone for `half`.
    `key` makes a double click one draft.
    """

    themes = list(themes)
    told: list[Initiative] = []

    def work(public_id: str) -> None:
        own = seat or parties.own_seat(person=initiator, half=half, area=area, at=at)
        by = _in(initiator, own) if send else None
        initiative = initiatives.draft_initiative(
            initiator=initiator,
            seat=own,
            area=area,
            texts=texts,
            reins=reins,
            public_id=public_id,
            themes=themes,
            is_hybrid=is_hybrid,
            has_place=has_place,
            point=point,
            told_by=by,
            at=at,
        )
        if by:
            intake.open_case(by=by, initiative=initiative, at=at)
        told.append(initiative)

    words = sorted(texts.items()), sorted(reins.items()), sorted(themes)
    sent = fingerprint(
        "draft", initiator.pk, half, seat and seat.pk, area.pk, words, is_hybrid, has_place, point
    )
    public_id = once(key, sent, at, work)
    return told[0] if told else _with_areas().get(public_id=public_id)


@write
def submit(*, by: Actor, initiative: Initiative, at: datetime) -> Initiative:
    """Make the draft public and give it to the desk."""
    initiatives.submit_initiative(by=by, initiative=initiative, at=at)
    intake.open_case(by=by, initiative=initiative, at=at)
    return initiative


@write
def tell(*, at: datetime, **told: Any) -> Initiative:
    """Keep the draft (see `draft`) and send it, in one piece: a second click waits, and finds it sent."""
    initiative = draft(at=at, send=True, **told)
    if not initiative.submitted_at:  # the same form kept it before
        submit(by=initiator_of(initiative), initiative=initiative, at=at)
    return initiative


@write
def submit_on_paper(
    *,
    by: Actor,
    name: str,
    email: str = "",
    half: Half,
    area: Area,
    texts: Mapping[str, str],
    has_place: bool = False,
    key: str = "",
    at: datetime,
) -> Initiative:
    """A handler (`by`) types in what somebody told on paper or at the counter.

    The initiative is that person's; without `email` somebody new is made. The journal names who typed.
    """
    require(intake_rules.may_type_in(by, area))

    told: list[Initiative] = []

    def work(public_id: str) -> None:
        if email:
            initiator = parties.register_person(email=email, name=name, at=at)
        else:
            initiator = parties.register_on_paper(by=by, name=name, at=at)
        initiative = initiatives.draft_initiative(
            initiator=initiator,
            seat=parties.own_seat(person=initiator, half=half, area=area, at=at),
            area=area,
            texts=texts,
            reins={},
            public_id=public_id,
            has_place=has_place,
            told_by=by,
            at=at,
        )
        intake.open_case(by=by, initiative=initiative, at=at)
        told.append(initiative)

    sent = fingerprint("paper", by.seat, name, email, half, area.pk, has_place, sorted(texts.items()))
    public_id = once(key, sent, at, work)
    return told[0] if told else _with_areas().select_related("case").get(public_id=public_id)


def initiator_of(initiative: Initiative) -> Actor:
    """The initiator in the seat in which the idea was told."""
    return _in(initiative.initiator, initiative.seat)


def _in(person: Person, seat: Seat) -> Actor:
    return Actor(
        person=person.pk,
        person_id=person.public_id,
        seat=seat.pk,
        seat_id=seat.public_id,
        half=Half(seat.half),
        name=person.shown_name,
        hat=seat.title,
    )


def _with_areas() -> QuerySet[Initiative]:
    return Initiative.objects.select_related("area", "municipality", "district", "initiator", "seat")
