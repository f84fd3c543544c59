"""The rules tried on the ballots of an earlier vote: what each way of counting would have chosen."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.budgeting import method
from middenstip.domain.budgeting.lifecycle import RULE_NAMES
from middenstip.domain.budgeting.models import Budget
from middenstip.domain.budgeting.selectors import earlier_votes, outcome_of
from middenstip.web.pages.budgeting.forms import EarlierForm
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.shared.reply import found

LONGEST = 1_000_000  # signs of a file of ballots that is counted while somebody waits


@require_safe
def tried(request: HttpRequest, public_id: str) -> HttpResponse:
    """A read of ballots that are published anyway; nothing is kept."""
    budget = readable(request, public_id)
    earlier = earlier_votes(budget)
    form = EarlierForm(request.GET or None, earlier=earlier)
    page: dict[str, Any] = frame(budget) | {
        "title": _("Probeer de manieren van tellen"),
        "crumbs": crumbs_of(budget),
        "form": form,
        "has_earlier": bool(earlier),
    }
    status = 200
    if form.is_bound and form.is_valid():
        chosen = next(one for one in earlier if one.public_id == form.cleaned_data["met"])
        text = found(outcome_of(chosen, with_ballots=True)).ballots
        page |= {"chosen": chosen, "rows": _rows(budget, text), "is_too_long": len(text) > LONGEST}
    elif form.is_bound:
        status = 422
    return render(request, "budgeting/tried.html", page, status=status)


def _rows(budget: Budget, text: str) -> list[dict[str, Any]]:
    if len(text) > LONGEST:
        return []
    return [
        row
        | {
            "name": _(RULE_NAMES[row["rule"]]),
            "words": _(row["words"]) if row["rule"] == "mes" else "",
            "is_ours": (row["rule"], row["completion"]) == (budget.rule, budget.completion),
        }
        for row in method.try_rules(text, budget.lot, budget.min_votes)
    ]
