"""Telling what holds you up: from an initiative, a case, an agreement that failed, or the tribune."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.agreements.selectors import agreement_by_id
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import public_initiative
from middenstip.domain.intake import rules as intake_rules
from middenstip.domain.intake.selectors import case_by_id
from middenstip.domain.signals.services.signals import Hinders
from middenstip.journeys import publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.ids import typed_id
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.signals.forms import SignalForm
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.own_words import own_words
from middenstip.web.shared.reply import done, found

TEXTS = ("title", "text", "rule", "source", "proposal", "default")


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The address says what it hinders: `?initiatief=`, `?zaak=` or `?afspraak=`."""
    hinders = _hinders(request, actor)
    one = hinders.initiative
    start = {"area": _place(one) if one else "", "text": own_words(request)}
    form, status = SignalForm(request.POST or None, initial=start), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                signal = publish_text.signal(by=actor, hinders=hinders, **_told(form), at=clock.now())
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                said = _("Je signaal is binnen. De balie zegt binnen vijf werkdagen wie antwoordt.")
                return done(request, said, "signals:detail", signal.public_id)
    page = {
        "title": _("Meld wat je tegenhoudt"),
        "crumbs": [{"url": reverse("signals:index"), "label": _("Signalen")}],
        "form": form,
        "about": one.title if one else "",
        "action": request.get_full_path(),
        "actor": actor,
    }
    return render(request, "signals/new.html", page, status=status)


def _hinders(request: HttpRequest, actor: Actor) -> Hinders:
    """What it hinders; 404 when there is no such thing, 403 when the reader may not see the case."""
    ids = {key: typed_id(request.GET.get(key, "")) for key in ("initiatief", "zaak", "afspraak")}
    if ids["zaak"]:
        case = found(case_by_id(ids["zaak"]))
        require(intake_rules.may_see(actor, case))
        return Hinders(case.initiative, case=case)
    if ids["afspraak"]:
        agreement = found(agreement_by_id(ids["afspraak"]))
        return Hinders(agreement.initiative, agreement=agreement)
    if ids["initiatief"]:
        return Hinders(found(public_initiative(ids["initiatief"])))
    return Hinders()


def _place(initiative: Initiative) -> str:
    """The wijk or gemeente of the initiative: the form offers no smaller places."""
    place = initiative.district or initiative.municipality
    return place.code


def _told(form: SignalForm) -> dict[str, Any]:
    data = form.cleaned_data
    return {
        "kind": data["kind"],
        "area": found(area_by_code(data["area"])),
        "texts": {key: data[key] for key in TEXTS},
        "hours_lost": data["hours_lost"] or 0,
        "about_person": data["about_person"] == "ja",
        "key": data["key"],
    }
