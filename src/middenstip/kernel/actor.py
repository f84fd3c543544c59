"""Who does something, and wearing which hat."""

from __future__ import annotations

from dataclasses import dataclass, field

from middenstip.kernel.half import Half


@dataclass(frozen=True)
class Actor:
    """A person in a seat for one half. Every service takes one as `by`, so the hat is never lost.

    `person` and `seat` are database keys, `person_id` and `seat_id` public ids; `grants` are the
    pairs (role, area code) that this seat holds today, area code "" for everywhere.
    """

    person: int
    person_id: str
    seat: int
    seat_id: str
    half: Half
    name: str = ""
    hat: str = ""
    grants: frozenset[tuple[str, str]] = field(default_factory=frozenset)

    def has_role(self, role: str, *area_codes: str) -> bool:
        """Whether this seat holds `role` in one of these areas (pass an area with its parents)."""
        return any((role, code) in self.grants for code in ("", *area_codes))
