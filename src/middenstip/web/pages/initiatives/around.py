"""Wie hoort erbij: the parties around an initiative as a picture and a list; the initiator writes them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.gatherings.rules import may_invite
from middenstip.domain.gatherings.selectors import next_about, seats_to_invite
from middenstip.domain.initiatives import rules, services
from middenstip.domain.initiatives.models import Initiative, PartyAround
from middenstip.domain.initiatives.selectors.parties import party_by_id
from middenstip.domain.parties.selectors import organisations_around
from middenstip.domain.reports.selectors.around import around
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.initiatives.acts import visible
from middenstip.web.pages.initiatives.around_present import present
from middenstip.web.pages.initiatives.forms import PartyForm, StandForm
from middenstip.web.shared.hat import acting, actor_of, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "initiatives:around"
MOST_CHOICES = 200
WORDS = ("found", "reached")


@require_safe
def detail(request: HttpRequest, public_id: str) -> HttpResponse:
    return _page(request, _shown(request, public_id), None, 200)


@acting
def add(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Write down a party."""
    initiative = _shown(request, public_id)
    require(rules.may_map(actor, initiative))
    form = _form(initiative, request.POST)
    if not form.is_valid():
        return _page(request, initiative, form, 422)
    told = form.cleaned_data
    try:
        services.add_party(
            by=actor,
            initiative=initiative,
            organisation=form.by_id.get(told["organisation"]),
            name=told["name"],
            half=told["half"],
            words={key: told[key] for key in WORDS},
            has_ticked=bool(told.get(services.SHARES)),
            key=told["key"],
            at=clock.now(),
        )
    except (Invalid, NotNow) as refusal:
        return _page(request, initiative, form, form.absorb(refusal))
    return done(request, _("Die staat erbij."), PAGE, public_id, part="lijst")


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def change(request: HttpRequest, actor: Actor, public_id: str, party_id: str) -> HttpResponse:
    """How far a party is, and what is written about it."""
    initiative = _shown(request, public_id)
    party = found(party_by_id(initiative, party_id))
    require(rules.may_map(actor, initiative))
    first = {key: getattr(party, key) for key in (*WORDS, "half", "state", "why_not")}
    form = StandForm(request.POST or None, initial=first, state=party.state)
    if request.method != "POST":
        return _stand(request, initiative, party, form, 200)
    if not form.is_valid():
        return _stand(request, initiative, party, form, 422)
    told = form.cleaned_data
    try:
        services.change_party(
            by=actor,
            party=party,
            half=told["half"],
            words={key: told[key] for key in (*WORDS, "why_not")},
            state=told["state"],
            at=clock.now(),
        )
    except (Invalid, NotNow) as refusal:
        return _stand(request, initiative, party, form, form.absorb(refusal))
    return done(request, _("Bewaard."), PAGE, public_id, part="lijst")


@acting
def drop(request: HttpRequest, actor: Actor, public_id: str, party_id: str) -> HttpResponse:
    """Take a party away."""
    initiative = _shown(request, public_id)
    party = found(party_by_id(initiative, party_id))
    services.drop_party(by=actor, party=party, at=clock.now())
    return done(request, _("Die staat er niet meer bij."), PAGE, public_id, part="lijst")


def _shown(request: HttpRequest, public_id: str) -> Initiative:
    """The initiative; 404 when its texts are hidden, or it is a draft of another."""
    initiative = visible(public_id, request.user.pk)
    return found(None if initiative.is_hidden else initiative)


def _form(initiative: Initiative, data: Any = None) -> PartyForm:
    return PartyForm(
        data,
        organisations=organisations_around(initiative.area, MOST_CHOICES),
        asks_tick=not rules.may_take_partner(initiative),
    )


def _page(request: HttpRequest, initiative: Initiative, form: PartyForm | None, status: int) -> HttpResponse:
    """The picture and the list. Nine queries at most."""
    actor = actor_of(request)
    can_map = bool(actor and rules.may_map(actor, initiative))
    can_invite = bool(actor and can_map and may_invite(actor, initiative))
    seats = seats_to_invite(initiative) if can_invite else []
    to_come = next_about(initiative=initiative, now=clock.now()) if can_map else None
    page = present(around(initiative), initiative, seats, can_map) | {
        "title": _("Wie hoort erbij?"),
        "menu": "initiatieven",
        "initiative": initiative,
        "crumbs": _crumbs(initiative),
        "can_map": can_map,
        "form": form or (_form(initiative) if can_map else None),
        "gathering": {"url": path_to("gathering", to_come.public_id), "title": masked(to_come.title)}
        if to_come
        else None,
        "announce_url": f"{reverse('gatherings:new')}?initiatief={initiative.public_id}"
        if can_invite
        else "",
    }
    return render(request, "initiatives/around.html", page, status=status)


def _stand(
    request: HttpRequest, initiative: Initiative, party: PartyAround, form: StandForm, status: int
) -> HttpResponse:
    back = reverse(PAGE, args=[initiative.public_id])
    page = {
        "title": masked(f"{party}"),
        "menu": "initiatieven",
        "crumbs": [*_crumbs(initiative), {"url": back, "label": _("Wie hoort erbij?")}],
        "initiative": initiative,
        "party": party,
        "form": form,
        "back": back,
    }
    return render(request, "initiatives/party.html", page, status=status)


def _crumbs(initiative: Initiative) -> list[dict[str, Any]]:
    url = path_to("initiative", initiative.public_id)
    return [{"url": url, "label": masked(initiative.title), "is_title": True}]
