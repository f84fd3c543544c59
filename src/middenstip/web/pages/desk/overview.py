"""`/balie/overzicht/`: the desk for its manager, the same as a file, and what fits in no box."""

from __future__ import annotations

from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.intake.rules import may_overlook, may_see_desk
from middenstip.domain.intake.selectors.overview import Line, Step, lines_for, register, steps_for
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.place import cursor
from middenstip.kernel.verdict import require
from middenstip.web.shared import dates
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.paging import place_of
from middenstip.web.shared.sheet import NUMBER, Column, Sheet, as_file


@require_safe
@never_cache
@with_hat
def overview(request: HttpRequest, actor: Actor) -> HttpResponse:
    """New, running, late and still, by whom; and how long each step takes."""
    require(may_overlook(actor))
    today = clock.today()
    lines, steps = lines_for(actor, today), steps_for(actor, today)
    page = {
        "title": _("Overzicht van de balie"),
        "menu": "balie",
        "lines": [_line(one) for one in lines],
        "total": _total(lines),
        "steps": [_step(one, max(step.most for step in steps)) for one in steps],
        "crumbs": [{"url": reverse("desk:index"), "label": _("De balie")}],
    }
    return render(request, "desk/overview.html", page)


@require_safe
@never_cache
@with_hat
def export(request: HttpRequest, actor: Actor, kind: str) -> HttpResponse:
    """The same table as a file. Seats, never people."""
    require(may_overlook(actor))
    numbers = (_("nieuw"), _("loopt"), _("te laat"), _("vier weken stil"))
    columns = [Column(_("zetel"), width=40), *(Column(name, NUMBER) for name in numbers)]
    lines = lines_for(actor, clock.today())
    rows = ((one.seat or _("van niemand"), one.new, one.running, one.late, one.still) for one in lines)
    return cast(HttpResponse, as_file(Sheet("balie", _("De balie"), columns, rows), kind))


@require_safe
@never_cache
@with_hat
def no_box(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Past niet in een hokje: who looks for the way, and what was missing."""
    if not may_overlook(actor):
        require(may_see_desk(actor))
    size: int = settings.PAGE_SIZE
    after = place_of(request.GET.get("na", ""))
    rows = register(actor, size + 1, after)
    last = rows[size - 1] if len(rows) > size else None
    page = {
        "title": _("Past niet in een hokje"),
        "menu": "balie",
        "rows": [_no_box(one) for one in rows[:size]],
        "next_url": f"?na={cursor(last.decided_at, last.pk)}" if last and last.decided_at else "",
        "first_url": reverse("desk:no_box") if after else "",
        "crumbs": [{"url": reverse("desk:index"), "label": _("De balie")}],
    }
    return render(request, "desk/no_box.html", page)


def _line(one: Line) -> dict[str, Any]:
    return {
        "seat": one.seat or _("Van niemand"),
        "new": one.new,
        "running": one.running,
        "late": one.late,
        "still": one.still,
    }


def _total(lines: list[Line]) -> dict[str, int]:
    return {key: sum(getattr(one, key) for one in lines) for key in ("new", "running", "late", "still")}


def _step(one: Step, longest: int) -> dict[str, Any]:
    words = {
        "take": _("Tot iemand de zaak aanneemt"),
        "answer": _("Van aannemen tot antwoord"),
        "whole": _("Van binnenkomst tot antwoord"),
    }
    return {"word": words[one.key], "median": one.median, "most": one.most, "of": max(longest, 1)}


def _no_box(case: Any) -> dict[str, Any]:
    seat = case.initiative.connector
    late = case.bell_on is not None and case.due_on is not None and case.due_on < clock.today()
    return {
        "url": path_to("case", case.public_id),
        "title": case.initiative.title,
        "place": case.initiative.area.name,
        "who": seat.label if seat else _("nog niemand"),
        "missing": case.missing,
        "at": dates.long_date(case.decided_at),
        "is_late": late,
    }
