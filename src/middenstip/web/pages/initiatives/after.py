"""*Dit gebeurt nu*: directly after sending an idea, and for later small steps."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from middenstip.domain.files.selectors import files_of
from middenstip.domain.initiatives import rules
from middenstip.domain.initiatives.lifecycle import DRAFT
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.selectors.detail import initiative_page, public_initiative
from middenstip.domain.intake.selectors.told import desk_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import NotNow, require
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import found
from middenstip.web.shared.share import share


@require_safe
@with_hat
def told(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Who has the idea now, when its initiator hears, and what they can add, each with its reason."""
    initiative = found(initiative_page(public_id, actor.person_id, clock.today()))
    found(initiative if rules.may_see(actor.person_id, initiative) else None)
    require(rules.may_change(actor, initiative))
    if initiative.stage == DRAFT:
        raise NotNow("Dit idee is nog een concept. Verstuur het eerst.")
    desk = desk_of(initiative, clock.today())
    path = path_to("initiative", public_id)
    page = {
        "title": _("Dit gebeurt nu"),
        "menu": "initiatieven",
        "initiative": initiative,
        "handler": desk.name if desk else "",
        "path": path,
        "share": share(path, initiative.title, str(initiative.number)),
        "steps": _steps(initiative, actor),
    }
    return render(request, "initiatives/told.html", page)


@require_safe
def sharing(request: HttpRequest, public_id: str) -> HttpResponse:
    """The address of a public initiative, a mail with it, and a QR code to print."""
    initiative = found(public_initiative(public_id))
    path = path_to("initiative", public_id)
    page = {
        "title": _("Deel dit initiatief"),
        "menu": "initiatieven",
        "initiative": initiative,
        "crumbs": [{"url": path, "label": initiative.title, "is_title": True}],
        "share": share(path, initiative.title, str(initiative.number)),
    }
    return render(request, "initiatives/share.html", page)


def _steps(initiative: Initiative, actor: Actor) -> list[dict[str, Any]]:
    """The small steps, those that are done at the end."""
    here = [initiative.public_id]
    has_photo = bool(files_of("initiative", initiative.public_id, actor.person_id))
    steps = [
        _step(
            _("Zet er een foto bij"),
            _("Mensen blijven staan bij een foto. Met je telefoon mag ook."),
            reverse("files:add", args=["initiative", *here]),
            has_photo,
        ),
        _step(
            _("Zeg wat je in eigen hand houdt"),
            _("Wie mee wil doen, leest dan eerst wat vastligt en waar je over wilt praten."),
            reverse("initiatives:reins", args=here),
            bool(initiative.reins_number),  # type: ignore[attr-defined]
        ),
        _step(
            _("Vraag één klein ding"),
            _("Op een kleine vraag zegt iemand sneller ja dan op een groot plan."),
            reverse("initiatives:ask", args=here),
            initiative.has_asks,  # type: ignore[attr-defined]
        ),
        _step(
            _("Vertel of je er geld mee verdient"),
            _("Dat mag. Wie helpt, wil het weten. Je kunt hier ook de plek en de thema’s veranderen."),
            reverse("initiatives:change", args=here),
            initiative.is_hybrid,
        ),
    ]
    return sorted(steps, key=lambda step: step["is_done"])


def _step(title: str, reason: str, url: str, is_done: bool) -> dict[str, Any]:
    return {"title": title, "reason": reason, "url": url, "is_done": is_done}
