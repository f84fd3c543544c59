"""The board of tasks of a lab: to do, busy, done. Every move is a button of a plain form."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.gatherings.selectors import Asked, gatherings_before, gatherings_from, gatherings_named
from middenstip.domain.initiatives.selectors.detail import initiative_typed
from middenstip.domain.labs import rules, services
from middenstip.domain.labs.lifecycle import BUSY, DONE, DROPPED, TASK, TODO
from middenstip.domain.labs.models import Lab, LabTask
from middenstip.domain.labs.selectors import hosts_of, ideas_of, lab_by_id, task_by_id, tasks_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor, Doer
from middenstip.kernel.clock import is_past
from middenstip.kernel.contact import masked
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.labs.forms import CameForm, TaskForm, WhyForm
from middenstip.web.shared import dates
from middenstip.web.shared.hat import acting, anyone, logged_in, read_as
from middenstip.web.shared.reply import done, found

PAGE = "labs:board"
SHOWN = 10  # of what is done; the rest stands under it
AROUND = 20  # gatherings to choose from, before and after today


@require_safe
def board(request: HttpRequest, public_id: str) -> HttpResponse:
    return board_page(request, found(lab_by_id(public_id)))


def board_page(
    request: HttpRequest, lab: Lab, status: int = 200, wrong: tuple[str, Any] = ("", None)
) -> HttpResponse:
    """The board. `wrong` is a form with errors and the task that it is for ("": a new task). At most seven
    queries."""
    hosts, today, about = hosts_of(lab), clock.today(), wrong[0]
    actor = read_as(request, lambda hat: any(host.seat_id == hat.seat_id for host in hosts))
    reader = anyone(request) if request.user.is_authenticated else None
    can_manage = bool(actor and rules.may_manage(actor, lab, hosts))
    tasks = [] if lab.is_hidden else tasks_of(lab, clock.now())
    held = {one.public_id: one for one in gatherings_named([one.gathering for one in tasks if one.gathering])}
    is_hosting = bool(reader and rules.is_hosting(reader, hosts))
    cards: dict[str, list[dict[str, Any]]] = {state: [] for state in TASK.words}
    for task in tasks:
        card = _card(task, held.get(task.gathering), reader, is_hosting, today)
        card |= _acts(task, reader, is_hosting, can_manage)
        if about == task.public_id:
            card["came_form" if isinstance(wrong[1], CameForm) else "why_form"] = wrong[1]
        cards[task.state].append(card)
    ended = sorted(cards[DONE], key=lambda card: card["moved"], reverse=True)
    late = sum(card["is_late"] for state in (TODO, BUSY) for card in cards[state])
    form = None
    if can_manage and rules.may_take(lab):
        form = wrong[1] if wrong[1] and not about else _new_form(request, lab)
    page = {
        "title": _("Taken"),
        "menu": "agenda",
        "crumbs": [
            {"url": reverse("labs:index"), "label": _("Stadslabs")},
            {"url": path_to("lab", lab.public_id), "label": masked(lab.name), "is_title": True},
        ],
        "lab": lab,
        "name": masked(lab.name),
        "columns": [
            {"key": TODO, "title": _("Te doen"), "tasks": cards[TODO], "empty": _("Alles is opgepakt.")},
            {"key": BUSY, "title": _("Bezig"), "tasks": cards[BUSY], "empty": _("Niemand is nu bezig.")},
            {"key": DONE, "title": _("Klaar"), "tasks": ended[:SHOWN], "empty": _("Nog niets is klaar.")},
        ],
        "earlier": ended[SHOWN:],
        "dropped": cards[DROPPED],
        "late_words": ngettext("%(count)s taak is te laat.", "%(count)s taken zijn te laat.", late)
        % {"count": late}
        if late
        else "",
        "is_empty": not tasks,
        "can_manage": can_manage,
        "is_known": reader is not None,
        "form": form,
    }
    return render(request, "labs/board.html", page, status=status)


@acting
def make(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    lab = found(lab_by_id(public_id))
    require(rules.may_manage(actor, lab, hosts_of(lab)))
    form = _new_form(request, lab)
    if not form.is_valid():
        return board_page(request, lab, 422, ("", form))
    try:
        made = services.make_task(by=actor, lab=lab, **_told(form), at=clock.now())
    except (Invalid, NotNow) as refusal:
        return board_page(request, lab, form.absorb(refusal), ("", form))
    return done(request, _("De taak staat op het bord."), PAGE, public_id, part=f"taak-{made.public_id}")


@logged_in
def take(request: HttpRequest, public_id: str) -> HttpResponse:
    task = found(task_by_id(public_id))
    services.take_task(by=anyone(request), task=task, at=clock.now())
    return _moved(request, task, _("Jij pakt dit op. Dank je wel."))


@logged_in
def give_back(request: HttpRequest, public_id: str) -> HttpResponse:
    task = found(task_by_id(public_id))
    services.give_back_task(by=anyone(request), task=task, at=clock.now())
    return _moved(request, task, _("De taak is weer vrij."))


@logged_in
def finish(request: HttpRequest, public_id: str) -> HttpResponse:
    task, form = found(task_by_id(public_id)), CameForm(request.POST, auto_id=f"id_%s_{public_id}")
    hosts, by = hosts_of(task.lab), anyone(request)
    require(rules.may_move(by, task, hosts))
    if not form.is_valid():
        return board_page(request, found(lab_by_id(task.lab.public_id)), 422, (public_id, form))
    try:
        services.finish_task(by=by, task=task, came=form.cleaned_data["came"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        status = form.absorb(refusal)
        return board_page(request, found(lab_by_id(task.lab.public_id)), status, (public_id, form))
    return _moved(request, task, _("Klaar. Dank je wel."))


@acting
def drop(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    task, form = found(task_by_id(public_id)), WhyForm(request.POST, auto_id=f"id_%s_{public_id}")
    require(rules.may_manage(actor, task.lab, hosts_of(task.lab)))
    if not form.is_valid():
        return board_page(request, found(lab_by_id(task.lab.public_id)), 422, (public_id, form))
    try:
        services.drop_task(by=actor, task=task, why=form.cleaned_data["why"], at=clock.now())
    except (Invalid, NotNow) as refusal:
        status = form.absorb(refusal)
        return board_page(request, found(lab_by_id(task.lab.public_id)), status, (public_id, form))
    return _moved(request, task, _("De taak vervalt."))


@acting
def reopen(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    task = found(task_by_id(public_id))
    services.reopen_task(by=actor, task=task, at=clock.now())
    return _moved(request, task, _("De taak staat weer bij te doen."))


def _moved(request: HttpRequest, task: LabTask, said: str) -> HttpResponse:
    return done(request, said, PAGE, task.lab.public_id, part=f"taak-{task.public_id}")


def _new_form(request: HttpRequest, lab: Lab) -> TaskForm:
    """The form for a new task, with the ideas and gatherings that it can hang on. Three queries."""
    asked, now = Asked(lab=lab.public_id), clock.now()
    held = [*gatherings_from(asked, now, limit=AROUND), *gatherings_before(asked, now, AROUND)]
    initial = {"belongs": f"idee:{idea}"} if (idea := request.GET.get("idee", "")[:10]) else {}
    return TaskForm(request.POST or None, ideas=ideas_of(lab), gatherings=held, initial=initial)


def _told(form: TaskForm) -> dict[str, Any]:
    """The form as the service takes it. Raises `Invalid` for an initiative that is not there."""
    told = form.cleaned_data
    kind, _colon, code = told["belongs"].partition(":")
    initiative = initiative_typed(told["initiative"]) if told["initiative"] else None
    if told["initiative"] and (initiative is None or initiative.is_hidden or not initiative.submitted_at):
        raise Invalid({"initiative": "Dit initiatief kennen we niet. Schrijf het nummer, zoals LET-12."})
    return {
        "text": told["text"],
        "due_on": told["due_on"],
        "idea": form.by_code[code] if kind == "idee" else None,
        "gathering": code if kind == "bijeenkomst" else "",
        "initiative": initiative,
        "key": told["key"],
    }


def _card(
    task: LabTask, gathering: Gathering | None, reader: Doer | None, is_hosting: bool, today: date
) -> dict[str, Any]:
    """A task as plain values. Only who is logged in reads who does it."""
    is_late = task.state in (TODO, BUSY) and is_past(task.due_on, today)
    links = []
    if task.idea and task.idea.shown_at:
        wall = reverse("labs:ideas", args=[task.lab.public_id])
        links.append({"kind": _("Idee"), "url": wall, "label": masked(task.idea.text)})
    if gathering:
        url = path_to("gathering", gathering.public_id)
        links.append({"kind": _("Bijeenkomst"), "url": url, "label": masked(gathering.title)})
    one = task.initiative
    if one and one.submitted_at and not one.is_hidden:
        url = path_to("initiative", one.public_id)
        links.append({"kind": _("Initiatief"), "url": url, "label": masked(one.title)})
    is_mine = bool(reader and task.person_id == reader.person_id)
    who = task.person.shown_name if task.person and reader else _("iemand") if task.person_id else ""
    return {
        "id": task.public_id,
        "text": masked(task.text),
        "day": dates.day_date(task.due_on, today) if task.due_on else "",
        "iso": dates.iso(task.due_on) if task.due_on else "",
        "late": dates.days_left(task.due_on, today) if is_late and task.due_on else "",
        "is_late": is_late,
        "is_mine": is_mine,
        "who": who,
        "came": masked(task.came),
        "why": masked(task.why),
        "moved": task.moved_at,
        "links": links,
    }


def _acts(task: LabTask, reader: Doer | None, is_hosting: bool, can_manage: bool) -> dict[str, Any]:
    """What the reader can do with a task, and the forms for it."""
    ids = f"id_%s_{task.public_id}"
    moves = bool(reader and (is_hosting or task.person_id == reader.person_id))
    can_finish = moves and TASK.allows(task.state, "finish")
    can_drop = can_manage and TASK.allows(task.state, "drop")
    return {
        "can_take": TASK.allows(task.state, "take") and bool(rules.may_take(task.lab)),
        "can_give_back": moves and TASK.allows(task.state, "give_back"),
        "can_reopen": can_manage and TASK.allows(task.state, "reopen"),
        "came_form": CameForm(auto_id=ids) if can_finish else None,
        "why_form": WhyForm(auto_id=ids) if can_drop else None,
    }
