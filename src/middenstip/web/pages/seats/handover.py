"""`/zetel/<id>/overdracht/`: what a seat still owes, and what its successor takes over, to print."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from middenstip.domain.parties import services as parties
from middenstip.domain.parties.lifecycle import CONFIRMED, DECLINED, LINE, UNSETTLED
from middenstip.domain.parties.models import Handover, HandoverLine, Person, Seat
from middenstip.domain.parties.rules import may_answer_handover, may_read_handover
from middenstip.domain.parties.selectors import line_by_id, lines_of, open_handover_of, seat_by_id
from middenstip.domain.reports.selectors.handover import Owed, empty_since, handover_of
from middenstip.domain.rooms import path_to
from middenstip.journeys import hand_over_seat
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.clock import is_past
from middenstip.kernel.verdict import Invalid, require
from middenstip.web.shared import dates
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import acting, read_as, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "seats:handover"


class LeaveForm(Form):
    """What the next one must know."""

    note = Text(
        label=_lazy("Wat moet je opvolger weten?"),
        max_length=1000,
        rows=4,
        required=False,
        help_text=_lazy("Wat ligt gevoelig? Alleen je opvolger en de leidinggevende lezen dit."),
    )


class DeclineForm(Form):
    """Why this cannot be done."""

    why = Title(
        label=_lazy("Waarom kan dit niet?"), max_length=300, help_text=_lazy("De leidinggevende leest dit.")
    )


@require_safe
@never_cache
@with_hat
def handover(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """What is owed now, or the lines that wait since somebody left."""
    return _show(request, actor, public_id)


@acting
def leave(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Leave the seat, with a note for the next one."""
    seat, form = found(seat_by_id(public_id)), LeaveForm(request.POST)
    require(may_answer_handover(actor, seat))
    if not form.is_valid():
        return _show(request, actor, public_id, 422, leave_form=form)
    assert isinstance(request.user, Person)
    hand_over_seat.stand_up(person=request.user, seat=seat, note=form.cleaned_data["note"], at=clock.now())
    said = _("Je praat niet meer als %(seat)s. Je opvolger bevestigt wat je achterliet.")
    return done(request, said % {"seat": seat.label}, "mine:index", part="plek")


@acting
def confirm(request: HttpRequest, actor: Actor, line_id: str) -> HttpResponse:
    """Take over one line."""
    line = found(line_by_id(line_id))
    parties.confirm_line(by=actor, line=line, at=clock.now())
    said = _("Jij neemt dit over. De ander hoort dat jij het nu doet.")
    return done(request, said, PAGE, line.handover.seat.public_id)


@acting
def decline(request: HttpRequest, actor: Actor, line_id: str) -> HttpResponse:
    """Say that one line cannot be done, and why."""
    line = found(line_by_id(line_id))
    seat, form = line.handover.seat.public_id, DeclineForm(request.POST, prefix=line_id)
    require(may_answer_handover(actor, line.handover.seat))
    if not form.is_valid():
        return _show(request, actor, seat, 422, decline_form=form)
    try:
        parties.decline_line(by=actor, line=line, why=form.cleaned_data["why"], at=clock.now())
    except Invalid as refusal:
        return _show(request, actor, seat, form.absorb(refusal), decline_form=form)
    return done(request, _("De leidinggevende hoort dat dit niet kan."), PAGE, seat)


def _show(
    request: HttpRequest,
    actor: Actor,
    public_id: str,
    status: int = 200,
    leave_form: Form | None = None,
    decline_form: Form | None = None,
) -> HttpResponse:
    seat = found(seat_by_id(public_id))
    actor = read_as(request, lambda hat: may_read_handover(hat, seat)) or actor
    require(may_read_handover(actor, seat))
    sits, left = bool(may_answer_handover(actor, seat)), open_handover_of(seat.pk)
    page = {
        "title": _("Overdracht: %(seat)s") % {"seat": seat.label},
        "crumbs": [{"url": reverse("seats:detail", args=[public_id]), "label": seat.label}],
        "seat": seat,
        "today": dates.long_date(clock.today()),
        "form": leave_form or decline_form,
        "leave_form": (leave_form or LeaveForm()) if sits and seat.side_id else None,
        **(_waiting(left, seat, sits, decline_form) if left else _owed(seat)),
    }
    return render(request, "seats/handover.html", page, status=status)


def _owed(seat: Seat) -> dict[str, Any]:
    """What the seat owes today, when nobody left it with something open."""
    told = handover_of(seat, clock.today())
    parts = [
        (_("Zaken"), told.cases),
        (_("Beloften"), told.promises),
        (_("Acties"), told.actions),
        (_("Signalen"), told.signals),
        (_("Adviezen zonder antwoord"), told.advice),
    ]
    return {
        "is_empty": told.is_empty,
        "since": dates.long_date(told.empty_since) if told.empty_since else "",
        "parts": [{"title": title, "rows": [_row(one) for one in rows]} for title, rows in parts],
    }


def _waiting(left: Handover, seat: Seat, sits: bool, held: Form | None) -> dict[str, Any]:
    """The lines that were left, each confirmed or red."""
    is_empty, since = empty_since(seat, clock.today())
    rows = lines_of(left)
    return {
        "is_empty": is_empty,
        "since": dates.long_date(since) if since else "",
        "note": left.note,
        "left_on": dates.long_date(left.at),
        "due": dates.long_date(left.due_on) if left.due_on else "",
        "is_late": is_past(left.due_on, clock.today()),
        "number": sum(one.state in UNSETTLED for one in rows),
        "lines": [_line(one, left, sits, held) for one in rows],
    }


def _line(one: HandoverLine, left: Handover, sits: bool, held: Form | None) -> dict[str, Any]:
    is_red = one.state == DECLINED or (one.state in UNSETTLED and is_past(left.due_on, clock.today()))
    kind = "telaat" if is_red else {CONFIRMED: "gedaan"}.get(one.state, "bezig")
    mine = held if held and held.prefix == one.public_id else None
    return {
        "public_id": one.public_id,
        "url": path_to("case", one.shown_on) if one.shown_on else path_to(one.noun, one.target),
        "name": one.name,
        "contact": one.contact,
        "due": dates.long_date(one.due_on) if one.due_on else "",
        "state": _(LINE.words[one.state]),
        "kind": kind,
        "why": one.why if one.state == DECLINED else "",
        "may_confirm": sits and LINE.allows(one.state, "confirm"),
        "decline_form": (mine or DeclineForm(prefix=one.public_id))
        if sits and LINE.allows(one.state, "decline")
        else None,
        "is_open": mine is not None,
    }


def _row(one: Owed) -> dict[str, Any]:
    return {
        "url": path_to("case", one.shown_on) if one.shown_on else path_to(one.noun, one.public_id),
        "name": one.name,
        "contact": one.contact,
        "due": dates.long_date(one.due) if one.due else "",
        "is_late": is_past(one.due, clock.today()),
    }
