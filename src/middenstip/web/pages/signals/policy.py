"""New policy, and what it means for the initiatives it touches."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.rooms import path_to
from middenstip.domain.signals import rules
from middenstip.domain.signals import services as signals
from middenstip.domain.signals.lifecycle import POLICIES
from middenstip.domain.signals.models import Policy, Touch
from middenstip.domain.signals.selectors import policies, policy_by_id, touchable, touches_of
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.place import cursor
from middenstip.kernel.verdict import Invalid, Refused, require
from middenstip.web.pages.signals.forms import PolicyAnswerForm, PolicyForm
from middenstip.web.shared import dates
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.reply import done, found

PAGE = "signals:policy"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """New policy, newest first."""
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = policies(size + 1, after)
    last = rows[size - 1] if len(rows) > size else None
    page = {
        "title": _("Nieuw beleid"),
        "rows": [_row(one) for one in rows[:size]],
        "next_url": f"?na={cursor(last.at, last.pk)}" if last else "",
        "first_url": reverse("signals:policies") if after else "",
    }
    return render(request, "signals/policies.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def new(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """Send it to the initiatives it touches."""
    area = found(area_by_code(code))
    require(rules.may_send_policy(actor, area))
    form, status = PolicyForm(request.POST or None, initiatives=touchable(area)), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            data = form.cleaned_data
            told = {key: data[key] for key in ("kind", "initiatives", "key")}
            texts = {key: data[key] for key in ("title", "text", "source")}
            try:
                policy = signals.send_policy(by=actor, area=area, texts=texts, **told, at=clock.now())
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                said = _("De initiatiefnemers krijgen bericht. Hun antwoorden komen hier.")
                return done(request, said, PAGE, policy.public_id)
    page = {
        "title": _("Stuur nieuw beleid in %(place)s") % {"place": area.name},
        "crumbs": _crumbs(),
        "form": form,
        "actor": actor,
    }
    return render(request, "points/form.html", page, status=status)


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return policy_page(request, public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str, initiative_id: str) -> HttpResponse:
    """The initiator says what it means."""
    policy = found(policy_by_id(public_id))
    touches = {one.initiative.public_id: one for one in touches_of(policy)}
    touch = found(touches.get(initiative_id))
    require(rules.may_answer_policy(actor, touch.initiative))
    form = PolicyAnswerForm(request.POST)
    if not form.is_valid():
        return policy_page(request, public_id, 422, form=form)
    told = {"initiative": touch.initiative, "answer": form.cleaned_data["answer"]}
    try:
        signals.answer_policy(by=actor, policy=policy, **told, at=clock.now())
    except Invalid as refusal:
        return policy_page(request, public_id, form.absorb(refusal), form=form)
    return done(request, _("Je antwoord staat erbij. De afzender krijgt bericht."), PAGE, public_id)


def policy_page(request: HttpRequest, public_id: str, status: int = 200, **held: Any) -> HttpResponse:
    policy = found(policy_by_id(public_id))
    actor, touches = actor_of(request), touches_of(policy)
    mine = next((one for one in touches if actor and is_initiator(actor.person_id, one.initiative)), None)
    page = {
        "title": policy.title,
        "crumbs": _crumbs(),
        "policy": policy,
        "row": _row(policy),
        "text": masked(policy.text),
        "touches": [_touch(one) for one in touches],
        "mine": mine,
        "answer_url": reverse("signals:answer_policy", args=[public_id, mine.initiative.public_id])
        if mine
        else "",
        "form": PolicyAnswerForm(initial={"answer": mine.answer}) if mine else None,
        "actor": actor,
    }
    return render(request, "signals/policy.html", page | held, status=status)


def _row(policy: Policy) -> dict[str, Any]:
    return {
        "url": path_to("policy", policy.public_id),
        "title": policy.title,
        "sort": _(POLICIES[policy.kind]),
        "seat": policy.seat.label,
        "place": policy.area.name,
        "at": dates.long_date(policy.at),
    }


def _touch(touch: Touch) -> dict[str, Any]:
    return {
        "url": path_to("initiative", touch.initiative.public_id),
        "title": touch.initiative.title,
        "answer": masked(touch.answer),
        "at": dates.long_date(touch.answered_at) if touch.answered_at else "",
    }


def _crumbs() -> list[dict[str, str]]:
    return [{"url": reverse("signals:policies"), "label": _("Nieuw beleid")}]
