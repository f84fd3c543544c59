"""The wall of ideas of a lab: anybody writes, a host lets it pass, and who wrote it goes on with it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from middenstip.domain.labs import services
from middenstip.domain.labs.models import Lab, LabIdea
from middenstip.domain.labs.rules import may_manage, may_pin
from middenstip.domain.labs.selectors import hosts_of, idea_by_id, idea_by_secret, ideas_of, lab_by_id
from middenstip.domain.rooms import path_to
from middenstip.journeys import grow_idea
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs.forms import IdeaForm
from middenstip.web.shared import dates
from middenstip.web.shared.errors import problem_page
from middenstip.web.shared.hat import acting, read_as
from middenstip.web.shared.reply import done, found

NOWHERE = "Deze link leidt nergens heen. Het idee is weg, of er staat een tikfout in de link."


@require_http_methods(["GET", "HEAD", "POST"])
def wall(request: HttpRequest, public_id: str) -> HttpResponse:
    """What hangs there, and the form for anybody. Three queries, for a host four."""
    lab = found(lab_by_id(public_id))
    if request.method != "POST":
        return _wall(request, lab, 200, IdeaForm())
    require(may_pin(lab))
    form = IdeaForm(request.POST)
    if not form.is_valid():
        return _wall(request, lab, 422, form)
    told = {name: form.cleaned_data[name] for name in ("text", "half", "key")}
    try:
        made = services.pin_idea(lab=lab, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return _wall(request, lab, form.absorb(refusal), form)
    said = _("Dank je wel. Bewaar deze link: hiermee ga je verder met je idee.")
    return done(request, said, "labs:idea", made.secret)


@never_cache
@require_safe
def own(request: HttpRequest, secret: str) -> HttpResponse:
    """The idea for who wrote it."""
    idea = idea_by_secret(secret)
    if idea is None or idea.lab.is_hidden:
        return _hidden(problem_page(request, 404, NOWHERE))
    page = _frame(idea.lab) | {
        "title": _("Jouw idee"),
        "idea": _card(idea),
        "secret": secret,
        "address": settings.SITE_URL + reverse("labs:idea", args=[secret]),
        "is_shown": idea.shown_at is not None,
        "can_grow": idea.initiative_id is None,
    }
    return _hidden(render(request, "labs/idea.html", page))


@require_POST
def take_back(request: HttpRequest, secret: str) -> HttpResponse:
    idea = found(idea_by_secret(secret))
    services.take_back_idea(idea=idea, at=clock.now())
    return done(request, _("Je idee is weg."), "labs:ideas", idea.lab.public_id)


@acting
def grow(request: HttpRequest, actor: Actor, secret: str) -> HttpResponse:
    """Make it an initiative: a draft to write on."""
    made = grow_idea.grow(by=actor, idea=found(idea_by_secret(secret)), at=clock.now())
    said = _("Je concept staat klaar. Alleen jij ziet het.")
    return done(request, said, path_to("initiative", made.public_id))


@acting
def let_pass(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    idea = found(idea_by_id(public_id))
    services.pass_idea(by=actor, idea=idea, at=clock.now())
    return done(request, _("Iedereen leest dit idee nu."), "labs:ideas", idea.lab.public_id)


@acting
def drop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    idea = found(idea_by_id(public_id))
    services.drop_idea(by=actor, idea=idea, at=clock.now())
    return done(request, _("Het idee is weg."), "labs:ideas", idea.lab.public_id)


def _wall(request: HttpRequest, lab: Lab, status: int, form: IdeaForm) -> HttpResponse:
    hosts = hosts_of(lab)
    actor = read_as(request, lambda hat: any(host.seat_id == hat.seat_id for host in hosts))
    can_manage = bool(actor and may_manage(actor, lab, hosts))
    page = _frame(lab) | {
        "title": _("Ideeën"),
        "lab": lab,
        "name": masked(lab.name),
        "ideas": [] if lab.is_hidden else [_card(one) for one in ideas_of(lab)],
        "waiting": [_card(one) for one in ideas_of(lab, waiting=True)] if can_manage else [],
        "can_manage": can_manage,
        "can_pin": bool(may_pin(lab)),
        "form": form,
    }
    return render(request, "labs/ideas.html", page, status=status)


def _frame(lab: Lab) -> dict[str, Any]:
    crumbs = [
        {"url": reverse("labs:index"), "label": _("Stadslabs")},
        {"url": path_to("lab", lab.public_id), "label": masked(lab.name), "is_title": True},
    ]
    return {"menu": "agenda", "crumbs": crumbs, "wall_url": reverse("labs:ideas", args=[lab.public_id])}


def _card(idea: LabIdea) -> dict[str, Any]:
    grown = idea.initiative if idea.initiative and idea.initiative.submitted_at else None
    return {
        "id": idea.public_id,
        "text": masked(idea.text),
        "half": idea.half,
        "day": dates.day_date(idea.at, clock.today()),
        "grown_url": path_to("initiative", grown.public_id) if grown else "",
    }


def _hidden(answer: HttpResponse) -> HttpResponse:
    answer.headers["X-Robots-Tag"] = "noindex"
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
