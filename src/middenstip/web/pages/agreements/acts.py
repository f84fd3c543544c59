"""The acts on an agreement: sign, withdraw, and record how it ended."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.agreements import services
from middenstip.domain.agreements.lifecycle import AGREEMENT, OPEN
from middenstip.domain.agreements.selectors import agreement_by_id
from middenstip.journeys import sign_agreement
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow
from middenstip.web.pages.agreements.forms import MissForm, SignForm
from middenstip.web.pages.agreements.views import agreement_page
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done, found

PAGE = "agreements:detail"


@acting
def sign(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Sign, for the seat, the version that was read."""
    agreement, form, status = found(agreement_by_id(public_id)), SignForm(request.POST), 422
    if form.is_valid():
        given = {key: form.cleaned_data[key] for key in ("number", "on_paper")}
        try:
            agreement = sign_agreement.sign(by=actor, agreement=agreement, **given, at=clock.now())
        except NotNow as refusal:
            if not AGREEMENT.allows(agreement.state, "sign"):
                raise  # the page no longer has a form to sign
            status = form.absorb(refusal)
        else:
            made = _("Iedereen tekende. De afspraak staat.")
            return done(request, made if agreement.state == OPEN else _("Je tekende."), PAGE, public_id)
    return agreement_page(request, public_id, status, sign_form=form)


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.withdraw_agreement(by=actor, agreement=found(agreement_by_id(public_id)), at=clock.now())
    return done(request, _("De afspraak is ingetrokken."), PAGE, public_id)


@acting
def keep(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.keep_agreement(by=actor, agreement=found(agreement_by_id(public_id)), at=clock.now())
    return done(request, _("Gedaan. Dank je wel."), PAGE, public_id)


@acting
def miss(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Not met, and why."""
    agreement, form, status = found(agreement_by_id(public_id)), MissForm(request.POST), 422
    if form.is_valid():
        why = form.cleaned_data["why_not"]
        try:
            services.miss_agreement(by=actor, agreement=agreement, why_not=why, at=clock.now())
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Niet gehaald. Wat je schreef staat erbij."), PAGE, public_id)
    return agreement_page(request, public_id, status, miss_form=form)
