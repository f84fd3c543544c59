"""Who belongs to an initiative: what the initiator wrote down, and what is known from the rooms."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from middenstip.domain.gatherings.lifecycle import NO, YES, YES_IF
from middenstip.domain.gatherings.models import ProcessInvite
from middenstip.domain.gatherings.selectors import invites_of
from middenstip.domain.initiatives.lifecycle import APPROACHED, BELONGS, JOINS, REFUSES
from middenstip.domain.initiatives.models import Initiative, PartyAround
from middenstip.domain.initiatives.selectors.parties import parties_of
from middenstip.domain.parties.models import Seat
from middenstip.domain.reports.selectors.taking_part import counted_seats
from middenstip.kernel.half import Half, place_of

NEAR = (JOINS, APPROACHED, BELONGS, REFUSES)  # the order of a list: who takes part first
STRONGER = (JOINS, APPROACHED, REFUSES, BELONGS)  # of two things known about one party, which one counts
BEGAN, ASKED = "began", "asked"


@dataclass(frozen=True)
class Party:
    """One party: its name, half and state, and how that is known.

    `ways` are the keys of the ways in which it takes part (`TakesPart.key`), BEGAN or ASKED; empty when only
    the initiator wrote it down. `number` counts parties with the same name, such as residents of one village.
    `written` is the row of the initiator, `organisation` a public id, "" for a group or a person's own seat.
    """

    name: str
    half: str
    state: str
    ways: tuple[str, ...] = ()
    number: int = 1
    organisation: str = ""
    written: PartyAround | None = None
    invite: ProcessInvite | None = None


def around(initiative: Initiative) -> list[Party]:
    """Every party around an initiative, per half, who takes part first. Four queries at most."""
    found = [_of_seat(initiative.seat, JOINS, BEGAN)]
    known = {initiative.seat_id}
    for key, seat in counted_seats(initiative):
        if seat.pk not in known or seat.side_id:
            found.append(_of_seat(seat, JOINS, key))
            known.add(seat.pk)
    found += [_of_invite(one) for one in invites_of(initiative)]
    found += [_written(one) for one in parties_of(initiative)]
    return sorted(_joined(found), key=lambda one: (place_of(one.half), NEAR.index(one.state)))


def empty_halves(parties: Iterable[Party]) -> list[Half]:
    """The halves of which nobody takes part or is approached yet: the gaps."""
    there = {one.half for one in parties if one.state in (JOINS, APPROACHED)}
    return [half for half in Half if half not in there]


def _joined(found: Iterable[Party]) -> list[Party]:
    """One party for everything that is known about the same organisation, or the same words."""
    joined: dict[tuple[str, str], Party] = {}
    for one in found:
        key = (one.organisation, "") if one.organisation else (one.name, one.half)
        joined[key] = _both(joined[key], one) if key in joined else one
    return list(joined.values())


def _both(one: Party, other: Party) -> Party:
    state = min(one.state, other.state, key=STRONGER.index)
    is_same = not one.organisation and one.ways and other.ways
    return replace(
        one,
        state=state,
        half=one.half if one.ways else other.half,
        ways=tuple(dict.fromkeys((*one.ways, *other.ways))),
        number=one.number + other.number if is_same else max(one.number, other.number),
        written=one.written or other.written,
        invite=one.invite or other.invite,
    )


def _of_seat(seat: Seat, state: str, way: str) -> Party:
    """A seat of an organisation as that organisation; another in the words of the seat, without a name."""
    if seat.side:
        organisation = seat.side.organisation
        return Party(organisation.name, seat.half, state, (way,), organisation=organisation.public_id)
    return Party(seat.title, seat.half, state, (way,))


def _of_invite(invite: ProcessInvite) -> Party:
    state = {YES: JOINS, YES_IF: APPROACHED, NO: REFUSES}.get(invite.state, APPROACHED)
    return replace(_of_seat(invite.seat, state, ASKED), invite=invite)


def _written(one: PartyAround) -> Party:
    organisation = one.organisation.public_id if one.organisation else ""
    return Party(str(one), one.half, one.state, organisation=organisation, written=one)
