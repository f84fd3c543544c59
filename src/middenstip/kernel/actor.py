"""The person who acts: in a seat, or without one."""

from __future__ import annotations

from dataclasses import dataclass, field

from middenstip.kernel.half import Half


@dataclass(frozen=True)
class Actor:
    """A person in a seat, which speaks for one half. Services take it as `by`.

    `person_id` and `seat_id` are database keys, as on any Django model; only public ids are shown outside the
    database. `grants` are the pairs (role, area code) that this seat holds today, "" for everywhere.
    """

    person_id: int
    person_public_id: str
    seat_id: int
    seat_public_id: str
    half: Half
    name: str = ""
    hat: str = ""
    grants: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def has_role(self, role: str, *area_codes: str) -> bool:
        """Whether this seat holds `role` in one of these areas (pass an area with its parents)."""
        return any((role, code) in self.grants for code in ("", *area_codes))


@dataclass(frozen=True)
class Unseated:
    """A person who acts without a seat, and so for no half: only on their own name and data.

    A service that needs a seat takes an `Actor`, which this is not.
    """

    person_id: int
    person_public_id: str
    name: str = ""


Doer = Actor | Unseated
