"""Proposing an agreement and changing its text. What was typed is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import rules, services
from middenstip.domain.projects.lifecycle import AGREEMENT
from middenstip.domain.projects.selectors import agreement_by_id, signatures_for, signers_at
from middenstip.journeys import sign_agreement
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require
from middenstip.web.pages.projects.forms import ChangeForm, ProposeForm
from middenstip.web.pages.projects.present import sides_of
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done, found

PAGE = "projects:detail"
TEXTS = ("what", "due_on", "conditions")


@with_hat
def propose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Lay an agreement on the table, to sign."""
    goal = found(goal_by_id(public_id))
    seats = signers_at(goal, clock.today())
    chairs = {seat.pk for seat in seats if seat.at_table}  # type: ignore[attr-defined]
    require(rules.may_propose(actor, goal, chairs))
    form = ProposeForm(request.POST or None, seats=seats, initial=_start(seats, actor))
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            agreement = sign_agreement.propose(
                by=actor, goal=goal, **_told(form.cleaned_data, seats), at=clock.now()
            )
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            said = _("De afspraak ligt klaar. Iedereen die tekent, krijgt een bericht.")
            return done(request, said, PAGE, agreement.public_id)
    page = {"title": _("Maak een afspraak"), "menu": "tafels", "goal": goal, "form": form}
    return render(request, "projects/propose.html", page, status=status)


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Other words; all sign anew. When somebody was first, both texts are shown (409)."""
    agreement = found(agreement_by_id(public_id))
    signatures = signatures_for(agreement, clock.today())
    require(rules.may_change(actor, {row.seat_id for row in signatures}))
    start = {key: getattr(agreement, key) for key in (*TEXTS, "number")}
    form = ChangeForm(request.POST or None, initial=start)
    status = 422
    if request.method != "POST":
        status = 200
        AGREEMENT.after(agreement.state, "change")  # refuses with the reason, before anybody types
    newer: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in (*TEXTS, "number")}
        try:
            services.change_agreement(by=actor, agreement=agreement, **told, at=clock.now())
        except Stale as refusal:
            status, newer = form.absorb(refusal), refusal.current
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("De tekst is veranderd. Iedereen tekent opnieuw."), PAGE, public_id)
    page = {"title": _("Verander de afspraak"), "menu": "tafels", "agreement": agreement, "form": form}
    page |= {"newer": newer, **sides_of(agreement, signatures)}
    return render(request, "projects/change.html", page, status=status)


def _start(seats: list[Seat], actor: Actor) -> dict[str, Any]:
    """One seat of each half signs, unless the proposer chooses otherwise; the own seat first."""
    mine = next((seat.public_id for seat in seats if seat.pk == actor.seat), "")
    firsts = {seat.half: seat.public_id for seat in reversed(seats)}
    if mine:
        firsts[actor.half.value] = mine
    return {"promisor": mine, "also_sign": list(firsts.values())}


def _told(data: dict[str, Any], seats: list[Seat]) -> dict[str, Any]:
    """The form's choices as seats."""
    by_id = {seat.public_id: seat for seat in seats}
    return {
        "promisor": by_id[data["promisor"]],
        "promisee": by_id[data["promisee"]],
        "also_sign": [by_id[one] for one in data["also_sign"]],
        **{key: data[key] for key in (*TEXTS, "key")},
    }
