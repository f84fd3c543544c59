"""Referring a case to another desk, and the receipt that both desks and the initiator read."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import ASKED, REFERRAL
from middenstip.domain.intake.models import Case, Referral
from middenstip.domain.intake.selectors.refer import desks, referral_by_id, referrals_of
from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.desk.page import refused, visible
from middenstip.web.shared import dates
from middenstip.web.shared.fields import Text
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, read_as, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "desk:referral"


class ReferForm(Form):
    """To which desk, and why."""

    to = forms.ChoiceField(label=_lazy("Wie helpt beter?"))
    why = Text(
        label=_lazy("Waarom?"),
        max_length=1000,
        help_text=_lazy("De andere balie en de initiatiefnemer lezen dit."),
    )

    def __init__(self, *args: Any, seats: list[Seat], **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(seat.public_id, f"{seat.label}, {seat.area.name}") for seat in seats]
        self.fields["to"].choices = [("", _("Kies een balie")), *chosen]  # type: ignore[attr-defined]


class RefuseForm(Form):
    """Why not."""

    answer = Text(label=_lazy("Waarom niet?"), max_length=1000, help_text=_lazy("De ander leest dit."))


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def refer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask another desk to take the case; below it the earlier referrals."""
    case = visible(public_id, actor)
    may = rules.may_handle(actor, case)
    require(may if request.method == "POST" else rules.may_read_notes(actor, case))
    form, status = ReferForm(request.POST or None, seats=desks(case, clock.today())), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = {"why": form.cleaned_data["why"], "key": form.cleaned_data["key"]}
            to = found(seat_by_id(form.cleaned_data["to"]))
            try:
                referral = intake.refer_case(by=actor, case=case, to=to, **told, at=clock.now())
            except Refused as refusal:
                status = refused(form, refusal)
            else:
                said = _("De vraag ligt bij %(who)s. Tot die ja zegt, blijft de zaak van jou.")
                return done(request, said % {"who": to.label}, PAGE, referral.public_id)
    page = {
        "title": _("Doorverwijzen"),
        "crumbs": _crumbs(case),
        "form": form if may else None,
        "actor": actor,
        "rows": [_row(one) for one in referrals_of(case)],
    }
    return render(request, "desk/refer.html", page, status=status)


@require_safe
@with_hat
def referral(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    return _show(request, public_id, RefuseForm())


@acting
def accept(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    intake.accept_referral(by=actor, referral=found(referral_by_id(public_id)), at=clock.now())
    return done(request, _("De zaak is nu van jou. De initiatiefnemer hoort het."), PAGE, public_id)


@acting
def refuse(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one, form = found(referral_by_id(public_id)), RefuseForm(request.POST)
    require(rules.may_answer_referral(actor, one))
    if not form.is_valid():
        return _show(request, public_id, form, 422)
    try:
        intake.refuse_referral(by=actor, referral=one, answer=form.cleaned_data["answer"], at=clock.now())
    except Refused as refusal:
        return _show(request, public_id, form, refused(form, refusal))
    return done(request, _("De zaak gaat terug. De ander leest waarom."), PAGE, public_id)


@acting
def take_back(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    intake.take_back_referral(by=actor, referral=found(referral_by_id(public_id)), at=clock.now())
    return done(request, _("Je vraag is teruggenomen. De zaak is van jou."), PAGE, public_id)


def _show(request: HttpRequest, public_id: str, form: Form, status: int = 200) -> HttpResponse:
    one = found(referral_by_id(public_id))
    actor = read_as(request, lambda hat: hat.seat_id in (one.to_id, one.by_id))
    assert actor  # every view here needs a seat
    require(rules.may_see_referral(actor, one))
    waits = one.state == ASKED
    page = {
        "title": _("Doorverwijzing: %(what)s") % {"what": one.case.initiative.title},
        "crumbs": _crumbs(one.case),
        "row": _row(one),
        "referral": one,
        "initiative_url": path_to("initiative", one.case.initiative.public_id),
        "form": form if waits and rules.may_answer_referral(actor, one) else None,
        "may_take_back": waits and bool(rules.may_handle(actor, one.case)),
        "actor": actor,
    }
    return render(request, "desk/referral.html", page, status=status)


def _row(one: Referral) -> dict[str, Any]:
    late = one.state == ASKED and one.due_on is not None and one.due_on < clock.today()
    return {
        "url": reverse(PAGE, args=[one.public_id]),
        "by": one.by.label,
        "to": one.to.label,
        "state": _(REFERRAL.words[one.state]),
        "kind": "telaat" if late else {"accepted": "gedaan", "refused": "nee"}.get(one.state, "bezig"),
        "at": dates.long_date(one.at),
        "due": dates.long_date(one.due_on) if one.due_on else "",
    }


def _crumbs(case: Case) -> list[dict[str, Any]]:
    return [
        {"url": reverse("desk:index"), "label": _("De balie")},
        {"url": path_to("case", case.public_id), "label": case.initiative.title, "is_title": True},
    ]
