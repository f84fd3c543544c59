"""The groups of people that a policy can name, and the reason that their mail gives."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from middenstip.domain.parties.models import Person, Seat
from middenstip.domain.parties.selectors import sitting_in
from middenstip.domain.reports.selectors.taking_part import TAKES_PART, seats_taking_part
from middenstip.kernel.face import TakesPart
from middenstip.notices.dossier import Dossier

Seats = Callable[[Dossier], Iterable[Seat | None]]


@dataclass(frozen=True)
class Audience:
    """A group of people. A notice stores the `key`; `why` is the end of "Je krijgt deze mail omdat …"."""

    key: str
    why: str
    everybody: Callable[[Dossier], list[Person]]

    def people(self, dossier: Dossier) -> list[Person]:
        """The people of this audience today, without people who were erased."""
        return [one for one in self.everybody(dossier) if one.is_active and not one.erased_at]


def in_seats(key: str, why: str, seats: Seats) -> Audience:
    """The people in these seats on the day the notice is written."""
    return Audience(key, why, lambda dossier: sitting(seats(dossier), dossier))


def sitting(seats: Iterable[Seat | None], dossier: Dossier) -> list[Person]:
    """The people in these seats on the day the notice is written."""
    keys = [seat.pk for seat in seats if seat]
    found = sitting_in(keys, dossier.on) if keys else {}
    return [person for some in found.values() for person in some]


def taking_part(part: TakesPart) -> Audience:
    """The people who take part in the initiative in this way."""
    return in_seats(
        part.key, part.why, lambda dossier: seats_taking_part(part, dossier.entry.thread, dossier.on)
    )


NAMED = in_seats("named", "dit over jouw zetel gaat", lambda dossier: [dossier.named_seat])
# People with a part of their own in an initiative, in any room.
TAKING_PART = tuple(taking_part(part) for part in TAKES_PART)
HEARING_MOVES = tuple(taking_part(part) for part in TAKES_PART if part.hears_moves)
