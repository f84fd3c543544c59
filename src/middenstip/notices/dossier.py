"""The rows that one entry of the journal points at, looked up when needed."""

from __future__ import annotations

from datetime import date
from functools import cached_property

from middenstip.domain.goals.models import Goal
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.intake.models import Action, Case
from middenstip.domain.intake.selectors import action_by_id, case_for_initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.projects.models import Agreement
from middenstip.domain.projects.selectors import agreement_by_id
from middenstip.journal.models import Entry

_NAMED = ("seat", "carrier", "owner")


class Dossier:
    """An entry with its initiative, case, goal, agreement, action and seats; each None when there is none."""

    def __init__(self, entry: Entry, on: date) -> None:
        self.entry = entry
        self.on = on  # the day on which the post comes round
        self.noun = entry.kind.partition(".")[0]

    @cached_property
    def initiative(self) -> Initiative | None:
        return (
            Initiative.objects.select_related("area", "district", "municipality", "initiator", "seat")
            .filter(public_id=self.entry.thread)
            .first()
        )

    @cached_property
    def case(self) -> Case | None:
        return case_for_initiative(self.initiative.pk) if self.initiative else None

    @cached_property
    def goal(self) -> Goal | None:
        return goal_by_id(self.entry.subject) if self.noun == "goal" else None

    @cached_property
    def agreement(self) -> Agreement | None:
        return agreement_by_id(self.entry.subject) if self.noun == "agreement" else None

    @cached_property
    def action(self) -> Action | None:
        return action_by_id(self.entry.subject) if self.noun == "action" else None

    @cached_property
    def named_seat(self) -> Seat | None:
        """The seat that the fact names: who was asked, accepted, invited."""
        named = next((self.entry.data[key] for key in _NAMED if self.entry.data.get(key)), "")
        return seat_by_id(named) if named else None

    @cached_property
    def acting_seat(self) -> Seat | None:
        return seat_by_id(self.entry.seat) if self.entry.seat else None

    @cached_property
    def subject_seat(self) -> Seat | None:
        return seat_by_id(self.entry.subject) if self.noun in ("seat", "role") else None
