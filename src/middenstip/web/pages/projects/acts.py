"""The page of an act on a project, and the acts on an order."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.initiatives.selectors.detail import initiative_by_id
from middenstip.domain.projects import services
from middenstip.domain.projects.models import Extra, Project
from middenstip.domain.projects.models.plan import TEXTS
from middenstip.domain.projects.selectors import order_by_id, plan_of, project_by_id
from middenstip.domain.projects.selectors.links import other_projects
from middenstip.domain.projects.selectors.project import seat_choices
from middenstip.journeys import start_project
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.turn import short
from middenstip.kernel.verdict import Invalid, NotNow, Stale
from middenstip.web.pages.projects.doing import ACTS, ORDER_STEPS, Act
from middenstip.web.pages.projects.forms import ExtraForm, ProjectChoice, RefuseForm, SeatChoice, StartForm
from middenstip.web.pages.projects.orders import order_page
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def start(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Make the project of an initiative."""
    initiative = found(initiative_by_id(public_id))
    form, status = StartForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            told = form.cleaned_data["client_form"]
            try:
                project = start_project.start(
                    by=actor, initiative=initiative, client_form=told, at=clock.now()
                )
            except (Invalid, NotNow) as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("Er is een project."), "projects:detail", project.public_id)
    page = {
        "title": _("Begin een project"),
        "label": _("Begin"),
        "intro": _("Wie tekende, zit in het team. Het plan begint met wat jullie vroegen en beloofden."),
        "back_url": reverse("initiatives:detail", args=[public_id]),
        "about": initiative.title,
        "form": form,
        "actor": actor,
        "menu": "initiatieven",
    }
    return render(request, "projects/act.html", page, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def act(request: HttpRequest, actor: Actor, public_id: str, word: str, thing: str = "") -> HttpResponse:
    """The form of one act, and doing it."""
    one, project = ACTS.get(word), found(project_by_id(public_id))
    if one is None or bool(one.model) != bool(thing):
        raise Http404
    about = _thing(one, project, thing) if one.model else project
    form = _form(one, request, project, word)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                one.run(actor, about, dict(form.cleaned_data), clock.now())
            except (Invalid, NotNow, Stale) as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _(one.done), one.page, public_id)
    page = {
        "title": _(one.title),
        "label": _(one.label),
        "intro": _(one.intro) if one.intro else "",
        "about": _name(about) if one.model else project.title,
        "project": project,
        "back_url": reverse(one.page, args=[public_id]),
        "form": form,
        "actor": actor,
        "menu": "initiatieven",
    }
    return render(request, "projects/act.html", page, status=status)


@acting
def order_step(request: HttpRequest, actor: Actor, public_id: str, word: str) -> HttpResponse:
    """A step of the contractor, or the client takes the question back."""
    if word not in ORDER_STEPS:
        raise Http404
    step, message = ORDER_STEPS[word]
    services.move_order(by=actor, order=found(order_by_id(public_id)), act=step, at=clock.now())
    return done(request, _(message), "projects:order", public_id)


@acting
def approve(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.approve_order(by=actor, order=found(order_by_id(public_id)), at=clock.now())
    return done(request, _("Goedgekeurd."), "projects:order", public_id)


@acting
def pay(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    services.pay_order(by=actor, order=found(order_by_id(public_id)), at=clock.now())
    return done(request, _("De betaling is geboekt."), "projects:order", public_id)


@acting
def refuse(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    return _on_order(request, actor, public_id, "refuse_form", RefuseForm, services.refuse_order)


@acting
def extra(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    return _on_order(request, actor, public_id, "extra_form", ExtraForm, services.ask_extra)


@acting
def sign_extra(request: HttpRequest, actor: Actor, public_id: str, key: int) -> HttpResponse:
    row = Extra.objects.select_related("order__project").filter(pk=key, order__public_id=public_id).first()
    services.sign_extra(by=actor, extra=found(row), at=clock.now())
    return done(request, _("Jullie tekenden allebei."), "projects:order", public_id)


def _on_order(
    request: HttpRequest, actor: Actor, public_id: str, name: str, kind: type[Form], service: Any
) -> HttpResponse:
    form, status = kind(request.POST), 422
    order = found(order_by_id(public_id))
    if form.is_valid():
        told = {key: value for key, value in form.cleaned_data.items() if key != "key"}
        try:
            service(by=actor, order=order, at=clock.now(), **told)
        except Invalid as refusal:
            status = form.absorb(refusal)
        else:
            return done(request, _("Het staat erbij."), "projects:order", public_id)
    return order_page(request, public_id, status, **{name: form})


def _thing(one: Act, project: Project, public_id: str) -> Any:
    """What the act is about, when it belongs to this project."""
    assert one.model
    if not one.path:
        return project, found(one.model.objects.filter(**{one.key: public_id}).first())
    around = (one.path, "award") if one.path != "project" else (one.path,)
    rows = one.model.objects.select_related(*around)
    return found(rows.filter(**{one.path: project, one.key: public_id}).first())


def _name(thing: Any) -> str:
    """What the form says above its title."""
    if isinstance(thing, tuple):
        return str(thing[1])
    for name in ("name", "what", "text", "activity", "asked", "scheme"):
        if told := getattr(thing, name, ""):
            return short(str(told), 80)
    return ""


def _form(one: Act, request: HttpRequest, project: Project, word: str) -> Form:
    initial: dict[str, Any] = {}
    if word == "plan" and request.method != "POST":
        plan = found(plan_of(project))
        initial = {"number": plan.number} | {name: getattr(plan, name) for name in TEXTS}
    form = one.form(request.POST if request.method == "POST" else None, initial=initial)
    choices = [field for field in form.fields.values() if isinstance(field, SeatChoice)]
    if choices:
        seats = seat_choices(project)
        for field in choices:
            field.fill(seats)
    for other in (field for field in form.fields.values() if isinstance(field, ProjectChoice)):
        other.fill(other_projects(project))
        form.initial["other"] = request.GET.get("met", "")[:40]
    return form
