"""An idea is submitted. It becomes public, and the desk gets its one case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from middenstip.domain.areas.models import Area
from middenstip.domain.initiatives import services as initiatives
from middenstip.domain.initiatives.face import PLAN
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake import rules as intake_rules
from middenstip.domain.intake import services as intake
from middenstip.domain.parties import services as parties
from middenstip.domain.parties.models import Person, Seat
from middenstip.journeys import publish_text
from middenstip.kernel.actor import Actor
from middenstip.kernel.half import Half
from middenstip.kernel.once import once
from middenstip.kernel.verdict import require
from middenstip.kernel.write import write


def _told(public_id: str) -> Initiative:
    areas = ("area", "municipality", "district", "initiator", "seat", "case")
    return Initiative.objects.select_related(*areas).get(public_id=public_id)


@write
@once(_told, besides=("send",))
def draft(
    *,
    initiator: Person,
    half: Half,
    area: Area,
    texts: Mapping[str, str],
    reins: Mapping[str, str],
    seat: Seat | None = None,
    home: Area | None = None,
    themes: Iterable[str] = (),
    is_hybrid: bool = False,
    has_place: bool = False,
    point: tuple[float, float] | None = None,
    send: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Initiative:
    """Save the three answers and the regie-kaart as a draft; with `send` also submit it, in one transaction.

    `seat` is the hat of the person who is logged in; without it they get a seat alone for `half`: of `home`
    when they said where they live or work. Where the idea lies does not tell that.
    `key` makes a double click one draft.
    """
    own = seat or _own_seat(initiator, half, home, area, at)
    by = _in(initiator, own) if send else None
    writer = publish_text.may_post(by, at) if by else None
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
    if by and writer:
        intake.open_case(by=by, initiative=initiative, at=at)
        publish_text.check(writer, by, PLAN.key, initiative.public_id, at)
    return initiative


@write
def submit(*, by: Actor, initiative: Initiative, at: datetime) -> Initiative:
    """Make the draft public and give it to the desk."""
    writer = publish_text.may_post(by, at)
    initiatives.submit_initiative(by=by, initiative=initiative, at=at)
    intake.open_case(by=by, initiative=initiative, at=at)
    publish_text.check(writer, by, PLAN.key, initiative.public_id, at)
    return initiative


@write
def tell(*, at: datetime, **told: Any) -> Initiative:
    """Save the draft (see `draft`) and submit it in one transaction; a second click waits for the first."""
    initiative = draft(at=at, send=True, **told)
    if not initiative.submitted_at:  # the same form created it before
        submit(by=initiator_of(initiative), initiative=initiative, at=at)
    return initiative


@write
@once(_told)
def submit_on_paper(
    *,
    by: Actor,
    name: str,
    half: Half,
    area: Area,
    home: Area | None = None,
    texts: Mapping[str, str],
    reins: Mapping[str, str] = {},
    themes: Iterable[str] = (),
    is_hybrid: bool = False,
    phone: str = "",
    has_place: bool = False,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Initiative:
    """A handler (`by`) types in what somebody without an e-mail address told on paper or at the counter.

    The initiative is that person's, somebody new. The journal names who typed.
    """
    require(intake_rules.may_type_in(by, area))
    initiator = parties.register_on_paper(by=by, name=name, at=at)
    initiative = initiatives.draft_initiative(
        initiator=initiator,
        seat=_own_seat(initiator, half, home, area, at),
        area=area,
        texts=texts,
        reins=reins,
        public_id=public_id,
        themes=themes,
        is_hybrid=is_hybrid,
        has_place=has_place,
        told_by=by,
        at=at,
    )
    case = intake.open_case(by=by, initiative=initiative, at=at)
    if phone:
        intake.note_phone(by=by, case=case, phone=phone, at=at)
    return initiative


def initiator_of(initiative: Initiative) -> Actor:
    """The initiator in the seat in which the idea was submitted."""
    return _in(initiative.initiator, initiative.seat)


def _own_seat(person: Person, half: Half, home: Area | None, area: Area, at: datetime) -> Seat:
    where = home or area.municipality or area
    return parties.own_seat(person=person, half=half, area=where, is_home=home is not None, at=at)


def _in(person: Person, seat: Seat) -> Actor:
    return Actor(
        person_id=person.pk,
        person_public_id=person.public_id,
        seat_id=seat.pk,
        seat_public_id=seat.public_id,
        half=Half(seat.half),
        name=person.shown_name,
        hat=seat.title,
    )
