"""What the host does after a gathering: the follow-up day, walk-ins, notes, and what comes of them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.gatherings import services
from middenstip.domain.gatherings.rules import may_manage
from middenstip.domain.gatherings.selectors import gathering_by_id, initiative_of, line_by_id, seats_present
from middenstip.journeys import follow_up_gathering
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.web.pages.gatherings.forms import (
    CameForm,
    CountForm,
    DraftForm,
    HoldForm,
    NoteForm,
    SignalForm,
)
from middenstip.web.pages.gatherings.views import gathering_page
from middenstip.web.shared.hat import acting, anyone, logged_in
from middenstip.web.shared.reply import done, found

PAGE, NOTES = "gatherings:detail", "notulen"


@logged_in
def hold(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = found(gathering_by_id(public_id)), anyone(request)
    require(may_manage(by, one))
    form = HoldForm(request.POST)
    if not form.is_valid():
        return gathering_page(request, public_id, 422, hold_form=form)
    try:
        told = {name: form.cleaned_data[name] for name in ("follow_up_on", "is_reviewed")}
        services.hold_gathering(by=by, gathering=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, public_id, form.absorb(refusal), hold_form=form)
    return done(request, _("De vervolgdag staat vast. Schrijf op wat er gezegd is."), PAGE, public_id)


@logged_in
def count(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = found(gathering_by_id(public_id)), anyone(request)
    require(may_manage(by, one))
    form = CountForm(request.POST)
    if not form.is_valid():
        return gathering_page(request, public_id, 422, count_form=form)
    try:
        services.count_walk_ins(by=by, gathering=one, numbers=form.numbers, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, public_id, form.absorb(refusal), count_form=form)
    return done(request, _("De aantallen staan erbij."), PAGE, public_id)


@logged_in
def note(request: HttpRequest, public_id: str) -> HttpResponse:
    one, by = found(gathering_by_id(public_id)), anyone(request)
    require(may_manage(by, one))
    form = NoteForm(request.POST)
    if not form.is_valid():
        return gathering_page(request, public_id, 422, note_form=form)
    told = {name: form.cleaned_data[name] for name in ("text", "key")}
    try:
        services.write_note(by=by, gathering=one, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, public_id, form.absorb(refusal), note_form=form)
    return done(request, _("De regel staat erbij."), PAGE, public_id, part=NOTES)


@logged_in
def came(request: HttpRequest, public_id: str, line: str) -> HttpResponse:
    """In a terugkomsessie: what came of a line of the notes."""
    one, by, asked = found(gathering_by_id(public_id)), anyone(request), found(line_by_id(line))
    require(may_manage(by, one))
    form = CameForm(request.POST, line=asked)
    if not form.is_valid():
        return gathering_page(request, public_id, 422, refused_came=form)
    told = {name: form.cleaned_data[name] for name in ("outcome", "text")}
    try:
        services.tell_outcome(by=by, review=one, line=asked, **told, at=clock.now())
    except Invalid as refusal:
        return gathering_page(request, public_id, form.absorb(refusal), refused_came=form)
    return done(request, _("Het staat erbij."), PAGE, public_id, part="teruggekomen")


@acting
def plan(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    line = found(line_by_id(public_id))
    follow_up_gathering.act_on_line(by=actor, line=line, at=clock.now())
    return done(request, _("De actie staat klaar."), PAGE, line.gathering.public_id, part=NOTES)


@acting
def draft(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A line becomes a draft of an agreement; a refusal is said in words above the page."""
    line = found(line_by_id(public_id))
    require(may_manage(actor, line.gathering))
    about = initiative_of(line.gathering)
    form = DraftForm(request.POST, seats=[*seats_present(line.gathering), about.seat], line=line)
    code = line.gathering.public_id
    if not form.is_valid():
        return gathering_page(request, code, 422, refused=form)
    promisor, promisee = (form.by_id[form.cleaned_data[name]] for name in ("promisor", "promisee"))
    told = {"promisor": promisor, "promisee": promisee, "due_on": form.cleaned_data["due_on"]}
    try:
        follow_up_gathering.promise_on_line(by=actor, line=line, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, code, form.absorb(refusal), refused=form)
    return done(request, _("De afspraak staat klaar om te tekenen."), PAGE, code, part=NOTES)


@acting
def signal(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """A line becomes a signal; a refusal is said in words above the page."""
    line = found(line_by_id(public_id))
    require(may_manage(actor, line.gathering))
    form, code = SignalForm(request.POST, line=line), line.gathering.public_id
    if not form.is_valid():
        return gathering_page(request, code, 422, refused=form)
    told = {name: form.cleaned_data[name] for name in ("kind", "text")}
    try:
        follow_up_gathering.signal_on_line(by=actor, line=line, **told, at=clock.now())
    except (Invalid, NotNow) as refusal:
        return gathering_page(request, code, form.absorb(refusal), refused=form)
    said = _("Het signaal is gegeven. De balie kijkt bij wie het hoort.")
    return done(request, said, PAGE, code, part=NOTES)
