"""How many promises somebody kept."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from middenstip.domain.agreements.lifecycle import DONE, NOT_MET, OPEN
from middenstip.domain.agreements.models import Agreement
from middenstip.domain.initiatives.models import Initiative


@dataclass(frozen=True)
class Promised:
    """The signed promises of one party: what still runs, what was kept and what was not."""

    runs: int
    kept: int
    missed: int

    @property
    def number(self) -> int:
        return self.runs + self.kept + self.missed


def promised_by_person(person: int) -> Promised:
    """The promises in the own seats of this person (a key); a function promises for its organisation.

    One query. A seat belongs to the one person who ever sat in it.
    """
    return _promised({"promisor__side": None, "promisor__memberships__person": person})


def promised_by_organisation(public_id: str) -> Promised:
    """The promises in all seats of this organisation (a public id). One query."""
    return _promised({"promisor__side__organisation__public_id": public_id})


def _promised(where: Mapping[str, object]) -> Promised:
    states = {"runs": OPEN, "kept": DONE, "missed": NOT_MET}
    counts = {name: Count("pk", filter=Q(state=state), distinct=True) for name, state in states.items()}
    return Promised(**Agreement.objects.filter(**where).aggregate(**counts))


def states_of(codes: Collection[str]) -> dict[str, str]:
    """The states of these agreements (public ids), by public id. One query, none without ids."""
    rows = Agreement.objects.filter(public_id__in=codes)
    return dict(rows.values_list("public_id", "state")) if codes else {}


def running_about(initiative: Initiative) -> int:
    """How many signed promises about this initiative still run. One query."""
    return Agreement.objects.filter(initiative=initiative, state=OPEN).count()
