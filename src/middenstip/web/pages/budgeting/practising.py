"""Practising with the ballot: the same page as the real one, without a code. Nothing is kept or counted."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.budgeting import rules
from middenstip.domain.budgeting.lifecycle import PRACTICE
from middenstip.domain.budgeting.selectors import on_trial_ballot
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.budgeting.present import as_choices, chosen_in, total_words
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.pages.budgeting.voting import BLANK, CAST
from middenstip.web.shared.words import in_words


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def practise(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose, and see whether it is a ballot by the rules."""
    budget = readable(request, public_id)
    if budget.state not in PRACTICE:
        raise NotNow(_("Oefenen kan van de ideeën tot de stembus dichtgaat."))
    plans = on_trial_ballot(budget)
    chosen = chosen_in(request.POST, budget)
    page = frame(budget) | {"crumbs": crumbs_of(budget), "title": _("Oefen met stemmen"), "is_trial": True}
    status, act = 200, request.POST.get("doe", "")
    if act in (CAST, BLANK):
        try:
            rules.check_choices(budget, {plan.number: plan.cost or 0 for plan in plans}, chosen)
        except Invalid as refused:
            status, page["refusal"] = 422, in_words(refused.reason)
        else:
            page |= {"title": _("Zo werkt het"), "chosen_count": 0 if act == BLANK else len(chosen)}
            return render(request, "budgeting/practised.html", page)
    page |= {
        "choices": as_choices(budget, plans, chosen),
        "total": total_words(budget, plans, chosen),
        "is_points": budget.kind == "points",
    }
    return render(request, "budgeting/ballot.html", page, status=status)
