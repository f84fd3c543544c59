"""The case behind a code, for its status page. Never writes."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce

from middenstip.domain.intake.lifecycle import ASKED
from middenstip.domain.intake.models import Case, Referral
from middenstip.domain.intake.selectors import CASE_WITH
from middenstip.domain.parties.rules import HANDLER
from middenstip.domain.parties.selectors import holder_of


def case_by_code(code: str, on: date) -> Case | None:
    """The case with this code, with `handler_name` and `referred_to`; None when there is none. One query."""
    asked = Referral.objects.filter(case=OuterRef("pk"), state=ASKED).values("to__title")[:1]
    cases = Case.objects.select_related(*CASE_WITH).annotate(
        handler_name=holder_of("handler_id", on, HANDLER),
        referred_to=Coalesce(Subquery(asked), Value("")),
    )
    return cases.filter(code=code).first() if code else None
