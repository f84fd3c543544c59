"""Typing in paper ballots: each one by two people."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.domain.budgeting import rules, services
from middenstip.domain.budgeting.selectors import on_ballot, paper_of
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.budgeting.forms import PaperForm
from middenstip.web.pages.budgeting.present import as_choices, chosen_in
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done


@with_hat
def paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """One ballot a form, and how many wait for a second typist."""
    budget = readable(request, public_id)
    require(rules.may_organise(actor, budget.area))
    form = PaperForm(request.POST or None)
    chosen = chosen_in(request.POST, budget)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        number = form.cleaned_data["number"]
        try:
            typed = services.type_paper(
                by=actor, budget=budget, number=number, choices=chosen, at=clock.now()
            )
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            words = {
                (True, False): _("Twee keer hetzelfde getypt: dit stembiljet telt mee."),
                (False, True): _("Dit is anders dan de ander typte. Kijk allebei nog eens."),
                (False, False): _("Getypt. Nu typt een ander dit stembiljet nog een keer."),
            }[typed.is_settled, not typed.is_settled and typed.second is not None]
            return done(request, words, "budgeting:paper", public_id)
    rows = paper_of(budget)
    page = frame(budget) | {
        "title": _("Papieren stembiljetten"),
        "crumbs": crumbs_of(budget),
        "form": form,
        "choices": as_choices(budget, on_ballot(budget), chosen),
        "is_points": budget.kind == "points",
        "settled_count": sum(one.is_settled for one in rows),
        "waiting": [one for one in rows if not one.is_settled],
    }
    return render(request, "budgeting/paper.html", page, status=status)
