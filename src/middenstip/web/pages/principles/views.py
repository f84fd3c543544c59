"""The principles of an organisation: everyone reads them, its manager keeps them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_safe

from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PRECEDENTS
from middenstip.domain.intake.rules import may_set_principles
from middenstip.domain.intake.selectors.challenge import bylaw_of
from middenstip.domain.intake.selectors.principle import examples_of, principle_by_id, principles_of
from middenstip.domain.parties.models import Organisation
from middenstip.domain.parties.rules import ADMIN, MANAGER
from middenstip.domain.parties.selectors import organisation_by_id, organisation_of_seat
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, require
from middenstip.web.shared import dates
from middenstip.web.shared.fields import Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, actor_of
from middenstip.web.shared.reply import done, found

PAGE = "principles:detail"


class PrincipleForm(Form):
    """One sentence."""

    text = Title(
        label=_lazy("Nieuw principe"), max_length=300, help_text=_lazy("Eén zin die iedereen begrijpt.")
    )


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return _show(request, found(organisation_by_id(public_id)))


@require_safe
def of_principle(request: HttpRequest, public_id: str) -> HttpResponse:
    """One principle stands on the page of its organisation."""
    return redirect(PAGE, found(principle_by_id(public_id)).organisation.public_id)


@acting
def add(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    organisation, form = found(organisation_by_id(public_id)), PrincipleForm(request.POST)
    require(may_set_principles(actor, organisation.pk, organisation_of_seat(actor.seat_id)))
    if not form.is_valid():
        return _show(request, organisation, form, 422)
    try:
        text = form.cleaned_data["text"]
        intake.add_principle(by=actor, organisation=organisation, text=text, at=clock.now())
    except Invalid as refusal:
        return _show(request, organisation, form, form.absorb(refusal))
    return done(request, _("Het principe staat erbij. Iedereen leest het."), PAGE, public_id)


@acting
def end(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    principle = found(principle_by_id(public_id))
    intake.end_principle(by=actor, principle=principle, at=clock.now())
    return done(request, _("Dit principe geldt niet meer."), PAGE, principle.organisation.public_id)


def _show(
    request: HttpRequest, organisation: Organisation, form: Form | None = None, status: int = 200
) -> HttpResponse:
    actor = actor_of(request)
    page: dict[str, Any] = {
        "title": _("Principes van %(who)s") % {"who": organisation.name},
        "crumbs": [{"url": path_to("organisation", organisation.public_id), "label": organisation.name}],
        "organisation": organisation,
        "actor": actor,
        "principles": principles_of(organisation.pk),
        "bylaw": bylaw_of(organisation.pk),
        "examples": [
            {
                "rule": one.rule,
                "why": one.why,
                "who": one.by.label,
                "at": dates.long_date(one.at),
                "precedent": _(PRECEDENTS[one.precedent]),
            }
            for one in examples_of(organisation.pk)
        ],
        "form": (form or PrincipleForm()) if _may_keep(actor, organisation) else None,
    }
    return render(request, "principles/detail.html", page, status=status)


def _may_keep(actor: Actor | None, organisation: Organisation) -> bool:
    """One query, only for who holds a role that could."""
    if actor is None or not any(role in (MANAGER, ADMIN) for role, _code in actor.grants):
        return False
    return bool(may_set_principles(actor, organisation.pk, organisation_of_seat(actor.seat_id)))
