"""Voting on paper: the sheet to print, the numbers of the roll, and typing sheets in."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from middenstip.domain.deliberation import rules, services
from middenstip.domain.deliberation.lifecycle import CHOICES, CONSENT, CONSENT_CHOICES, OPEN
from middenstip.domain.deliberation.selectors.ballots import ballot_by_id, roll_of, sheets_waiting
from middenstip.domain.goals.selectors import chairs_at
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.deliberation.forms import SheetForm
from middenstip.web.pages.deliberation.present import how_we_count
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import found


@with_hat
def paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The sheet, the roll, and the form for who types sheets in. Two people type every sheet."""
    ballot = found(ballot_by_id(public_id))
    chairs = {chair.seat_id for chair in chairs_at(ballot.goal) if chair.counts}
    require(rules.may_decide(actor, ballot.goal, chairs))
    if ballot.state != OPEN:
        raise NotNow(rules.CLOSED)
    form = SheetForm(request.POST or None, mode=ballot.mode)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {name: form.cleaned_data[name] for name in ("number", "choice", "condition")}
        try:
            vote = services.type_vote(by=actor, ballot=ballot, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            words = _("Bewaard. Nu typt een ander dit blad ook in.")
            if vote:
                words = _("Het blad telt mee. Schrijf op de strook: %(code)s") % {"code": vote.code}
            messages.success(request, words)
            return redirect("deliberation:paper", public_id)
    page: dict[str, Any] = {
        "title": _("Stemmen op papier"),
        "menu": "tafels",
        "crumbs": [{"url": path_to("ballot", public_id), "label": ballot.question, "is_title": True}],
        "ballot": ballot,
        "choices": [_(word) for word in (CONSENT_CHOICES if ballot.mode == CONSENT else CHOICES).values()],
        "counts": how_we_count(ballot),
        "roll": roll_of(ballot),
        "waiting": sheets_waiting(ballot),
        "form": form,
    }
    return render(request, "deliberation/paper.html", page, status=status)
