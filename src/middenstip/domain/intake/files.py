"""The photos and documents of a case: between the initiator, the desk, and those with a task in it."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from middenstip.domain.intake import rules
from middenstip.domain.intake.models import Case
from middenstip.domain.intake.selectors import case_by_id
from middenstip.kernel.holder import Holder, Reader
from middenstip.kernel.verdict import YES, Verdict, no


def _cases(ids: Collection[str]) -> set[str]:
    return set(Case.objects.filter(public_id__in=ids).values_list("public_id", flat=True))


def _may_read(reader: Reader, case: Case) -> Verdict:
    """A case is not public: a visitor has no hat, and reads nothing."""
    said = [rules.may_see(hat, case) for hat in reader.hats]
    if any(said):
        return YES
    return said[0] if said else no("Dit lezen alleen mensen die met deze zaak te maken hebben. Log eerst in.")


def _where(case: Case) -> Mapping[str, str]:
    return {"thread": case.initiative.public_id, **case.initiative.area.where}


HOLDERS = (
    Holder(
        noun="case",
        find=case_by_id,
        existing=_cases,
        may_read=_may_read,
        may_add=rules.may_see,
        path=lambda case: f"/balie/{case.public_id}/",
        name=lambda case: case.initiative.title,
        where=_where,
    ),
)
