"""Proposing an agreement and changing its text. The typed text is never lost."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from middenstip.domain.agreements import rules
from middenstip.domain.agreements.lifecycle import AGREEMENT
from middenstip.domain.agreements.selectors import agreement_by_id, signatures_for, signers_at
from middenstip.domain.goals.selectors import goal_by_id
from middenstip.domain.learning.content import BY_KEY, AgreementText
from middenstip.domain.learning.content import TEXTS as TEXT_TO_BEGIN
from middenstip.domain.parties.models import Seat
from middenstip.journeys import publish_text, use_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, Stale, require
from middenstip.web.pages.agreements.forms import ChangeForm, ProposeForm
from middenstip.web.pages.agreements.present import sides_of
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.held import or_held
from middenstip.web.shared.reply import done, found

PAGE = "agreements:detail"
TEXTS = ("what", "due_on", "conditions")


@with_hat
def propose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Propose an agreement for signing."""
    goal = found(goal_by_id(public_id))
    seats = signers_at(goal, clock.today())
    chairs = {seat.pk for seat in seats if seat.at_table}  # type: ignore[attr-defined]
    require(rules.may_propose(actor, goal, chairs))
    text = BY_KEY.get(request.GET.get("tekst", ""))
    start = _start(seats, actor) | (_begin_with(text) if text else {})
    form = ProposeForm(request.POST or None, seats=seats, initial=start)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        try:
            told = _told(form.cleaned_data, seats) | {"text": form.cleaned_data["text"]}
            agreement = use_text.propose(by=actor, goal=goal, **told, at=clock.now())
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            said = _("De afspraak ligt klaar. Iedereen die tekent, krijgt een bericht.")
            return done(request, or_held(agreement, said), PAGE, agreement.public_id)
    page = {"title": _("Maak een afspraak"), "menu": "tafels", "goal": goal, "form": form}
    page["texts"] = [] if text else [(one.key, _(one.title)) for one in TEXT_TO_BEGIN]
    return render(request, "agreements/propose.html", page, status=status)


@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Change the text; all seats must sign again. After a conflict both texts are shown (409)."""
    agreement = found(agreement_by_id(public_id))
    signatures = signatures_for(agreement, clock.today())
    require(rules.may_change(actor, {row.seat_id for row in signatures}))
    start = {key: getattr(agreement, key) for key in (*TEXTS, "number")}
    form = ChangeForm(request.POST or None, initial=start)
    status = 422
    if request.method != "POST":
        status = 200
        AGREEMENT.after(agreement.state, "change")  # refuses before the reader fills in the form
    newer: dict[str, str] = {}
    if request.method == "POST" and form.is_valid():
        told = {key: form.cleaned_data[key] for key in (*TEXTS, "number")}
        try:
            publish_text.agreement_text(by=actor, agreement=agreement, **told, at=clock.now())
        except Stale as refusal:
            status, newer = form.absorb(refusal), refusal.current
        except (NotNow, Invalid) as refusal:
            status = form.absorb(refusal)
        else:
            said = _("De tekst is veranderd. Iedereen tekent opnieuw.")
            return done(request, or_held(agreement, said), PAGE, public_id)
    page = {"title": _("Verander de afspraak"), "menu": "tafels", "agreement": agreement, "form": form}
    page |= {"newer": newer, **sides_of(agreement, signatures)}
    return render(request, "agreements/change.html", page, status=status)


def _begin_with(text: AgreementText) -> dict[str, str]:
    """The words of one of our texts as the first words of the form."""
    return {"text": text.key, "what": _(text.what), "conditions": "\n".join(map(_, text.conditions))}


def _start(seats: list[Seat], actor: Actor) -> dict[str, Any]:
    """The initial signers: one seat of each half, the reader's own seat first."""
    mine = next((seat.public_id for seat in seats if seat.pk == actor.seat_id), "")
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
