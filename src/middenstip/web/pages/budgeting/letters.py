"""The codes: letters to print, a batch that ends, and a new code for a lost letter."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from middenstip.domain.budgeting import rules, services
from middenstip.domain.budgeting.models import Budget
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.budgeting.forms import BatchForm, CodeForm, NumberForm
from middenstip.web.pages.budgeting.present import spaced
from middenstip.web.pages.budgeting.views import crumbs_of, frame, readable
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done

PAGE = "budgeting:letters"


@never_cache
@with_hat
def letters(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Ask for letters; the answer to the form is the letters themselves, shown once."""
    budget = readable(request, public_id)
    require(rules.may_organise(actor, budget.area))
    form = NumberForm(request.POST or None)
    status = 422 if request.method == "POST" else 200
    if request.method == "POST" and form.is_valid():
        told = {"number": form.cleaned_data["number"], "key": form.cleaned_data["key"]}
        try:
            batch, codes = services.make_codes(by=actor, budget=budget, at=clock.now(), **told)
        except Refused as refusal:
            status = form.absorb(refusal)
        else:
            return _print(request, budget, batch, codes)
    return _show(request, budget, status, number_form=form)


@never_cache
@acting
def void(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """End the unused codes of a batch."""
    budget = readable(request, public_id)
    require(rules.may_organise(actor, budget.area))
    form = BatchForm(request.POST)
    if not form.is_valid():
        return _show(request, budget, 422, batch_form=form)
    batch = form.cleaned_data["batch"]
    number = services.void_codes(by=actor, budget=budget, batch=batch, at=clock.now())
    return done(request, _("%(number)s codes zijn nu ongeldig.") % {"number": number}, PAGE, public_id)


@never_cache
@acting
def replace(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A new code for one that came back; the old one is dead."""
    budget = readable(request, public_id)
    require(rules.may_organise(actor, budget.area))
    form = CodeForm(request.POST, auto_id="oude_%s")
    if not form.is_valid():
        return _show(request, budget, 422, code_form=form)
    try:
        code = services.replace_code(by=actor, budget=budget, code=form.cleaned_data["code"], at=clock.now())
    except Refused as refusal:
        return _show(request, budget, form.absorb(refusal), code_form=form)
    return _print(request, budget, "", [code])


def _print(request: HttpRequest, budget: Budget, batch: str, codes: list[str]) -> HttpResponse:
    page = frame(budget) | {"batch": batch, "codes": [spaced(code) for code in codes]}
    return render(request, "budgeting/print.html", page | {"title": _("Brieven met stemcodes")})


def _show(request: HttpRequest, budget: Budget, status: int, **forms: Any) -> HttpResponse:
    page = frame(budget) | {
        "title": _("Brieven met stemcodes"),
        "crumbs": crumbs_of(budget),
        "number_form": NumberForm(),
        "batch_form": BatchForm(),
        "code_form": CodeForm(auto_id="oude_%s"),
    }
    return render(request, "budgeting/letters.html", page | forms, status=status)
