"""The result, the published ballots, and finding your own ballot in them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.budgeting.selectors import outcome_of, plans_of, receipt_ballot
from middenstip.web.pages.budgeting.forms import ReceiptForm
from middenstip.web.pages.budgeting.present import as_result
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.shared.reply import found


@require_http_methods(["GET", "HEAD", "POST"])
def result(request: HttpRequest, public_id: str) -> HttpResponse:
    """What won, and of each plan why. A POST finds a ballot: its receipt does not belong in an address."""
    budget = readable(request, public_id)
    outcome = outcome_of(budget)
    if outcome is None:
        waits = frame(budget) | {"title": _("Nog geen uitslag"), "crumbs": crumbs_of(budget)}
        return render(request, "budgeting/no_result.html", waits)
    plans = plans_of(budget)
    form = ReceiptForm(request.POST or None)
    page: dict[str, Any] = frame(budget) | as_result(budget, outcome, plans)
    page |= {"title": _("Wat gaat door?"), "crumbs": crumbs_of(budget), "form": form}
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        ballot = receipt_ballot(budget, "".join(form.cleaned_data["receipt"].split()))
        if ballot is None:
            form.add_error("receipt", _("Dit bewijs staat niet in de lijst. Kijk of je het goed typte."))
        else:
            status = 200
            names = {f"{one.number}": one for one in plans}
            page |= {"found": [names[number] for number in ballot.choices if number in names]}
            page |= {"is_found": True}
    return render(request, "budgeting/result.html", page, status=status)


@require_safe
def ballots(request: HttpRequest, public_id: str) -> HttpResponse:
    """The published ballots, in the open format of Pabulib."""
    outcome = found(outcome_of(readable(request, public_id), with_ballots=True))
    answer = HttpResponse(outcome.ballots, content_type="text/plain; charset=utf-8")
    answer["Content-Disposition"] = 'attachment; filename="stemmen.pb"'
    return answer
