"""The acts on a case."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from middenstip.domain.intake import services as intake
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.journeys import assess_initiative
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused
from middenstip.web.pages.desk.forms import ME
from middenstip.web.pages.desk.making import Forms
from middenstip.web.pages.desk.page import refused, show_case, visible
from middenstip.web.shared.hat import acting
from middenstip.web.shared.reply import done

PAGE = "desk:case"


@acting
def take(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    assess_initiative.take(by=actor, case=case, at=clock.now())
    said = _("De zaak is van jou. Neem nu contact op met %(who)s.")
    if case.initiative.initiator.erased_at:
        said = _("De zaak is van jou. De initiatiefnemer is weg.")
    return done(request, said % {"who": case.initiative.initiator.shown_name}, PAGE, public_id)


@acting
def take_search(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    assess_initiative.take_search(by=actor, case=case, at=clock.now())
    said = _("Jij zoekt nu de weg. Neem contact op met %(who)s.")
    if case.initiative.initiator.erased_at:
        said = _("Jij zoekt nu de weg. De initiatiefnemer is weg.")
    return done(request, said % {"who": case.initiative.initiator.shown_name}, PAGE, public_id)


@acting
def confirm(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = intake.confirm_start(by=actor, case=visible(public_id, actor), at=clock.now())
    both = case.initiator_confirmed_at and case.handler_confirmed_at
    said = _("Jullie bevestigden allebei. De start is gemaakt.") if both else _("Je hebt de start bevestigd.")
    return done(request, said, PAGE, public_id, part="start")


@acting
def confirm_on_paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    intake.confirm_on_paper(by=actor, case=case, at=clock.now())
    who = case.initiative.initiator.shown_name
    return done(request, _("%(who)s bevestigde op papier.") % {"who": who}, PAGE, public_id, part="start")


@acting
def note(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).note(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, note=form)
    try:
        told = {key: form.cleaned_data[key] for key in ("text", "next_step", "key")}
        intake.write_note(by=actor, case=case, **told, at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), note=form)
    return done(request, _("Je verslag is bewaard."), PAGE, public_id, part="verslag")


@acting
def message(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).message(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, message=form)
    told = {key: form.cleaned_data[key] for key in ("text", "key")}
    try:
        intake.write_message(by=actor, case=case, **told, at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), message=form)
    return done(request, _("Je bericht is verstuurd."), PAGE, public_id, part="berichten")


@acting
def phone(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).phone(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, phone=form)
    try:
        number = intake.give_phone(by=actor, case=case, phone=form.cleaned_data["phone"], at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), phone=form)
    said = _("De balie kan je nu bellen.") if number else _("Je telefoonnummer is weg.")
    return done(request, said, PAGE, public_id, part="berichten")


@acting
def plan(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).plan(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, plan=form)
    told = {key: form.cleaned_data[key] for key in ("text", "due_on", "key")}
    owner = case.handler if form.cleaned_data.get("owner") == ME else None
    try:
        intake.plan_action(by=actor, case=case, owner=owner, **told, at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), plan=form)
    return done(request, _("De actie staat op de lijst."), PAGE, public_id, part="acties")


@acting
def decide(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).decide(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, decide=form)
    told = {key: form.cleaned_data[key] for key in ("outcome", "answer", "missing")}
    connector = seat_by_id(form.cleaned_data["connector"]) if form.cleaned_data["connector"] else None
    try:
        assess_initiative.decide(by=actor, case=case, connector=connector, **told, at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), decide=form)
    initiator = case.initiative.initiator
    said = _("Je antwoord is bewaard. %(who)s heeft geen e-mail: bel of schrijf.")
    if initiator.erased_at:
        said = _("Je antwoord is bewaard. Iedereen leest het in het verslag.")
    elif initiator.email:
        said = _("Je antwoord is verstuurd aan %(who)s.")
    return done(request, said % {"who": initiator.shown_name}, PAGE, public_id)


@acting
def hand_over(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    case = visible(public_id, actor)
    form = Forms(case, actor).hand_over(request.POST)
    if not form.is_valid():
        return show_case(request, actor, public_id, status=422, hand_over=form)
    to = seat_by_id(form.cleaned_data["to"])
    assert to  # a required choice
    try:
        intake.hand_over_case(by=actor, case=case, to=to, at=clock.now())
    except Refused as refusal:
        return show_case(request, actor, public_id, status=refused(form, refusal), hand_over=form)
    return done(request, _("De zaak is nu van %(who)s.") % {"who": to.label}, PAGE, public_id)
