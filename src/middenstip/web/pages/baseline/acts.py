"""What a reader does in one scan. What was typed is never lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop
from django.views.decorators.http import require_http_methods

from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.lifecycle import OBSERVED, SOLUTION
from middenstip.domain.baseline.models import Scan
from middenstip.domain.baseline.selectors import (
    lines_of,
    observation_by_id,
    scan_by_id,
    series_of,
    value_by_id,
)
from middenstip.domain.questions.selectors import own_initiatives
from middenstip.domain.rooms import path_to
from middenstip.journeys import claim_effect, publish_text
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.baseline import forms
from middenstip.web.pages.baseline.scans import scan_page
from middenstip.web.shared.hat import acting, with_hat
from middenstip.web.shared.reply import done, found

PAGE = "baseline:scan"
# The next step of a scan: its name in the address, the service, and what the reader is told.
STEPS: dict[str, tuple[Callable[..., Scan], str]] = {
    "lopen": (
        baseline.begin_walk,
        _noop("De cijfers zijn gekozen. Iedereen kan nu opschrijven wat die ziet."),
    ),
    "lezen": (baseline.begin_reading, _noop("Iedere helft kan nu zeggen of ze de cijfers herkent.")),
    "vaststellen": (baseline.fix_scan, _noop("De cijfers staan vast.")),
    "stoppen": (baseline.stop_scan, _noop("De scan is gestopt.")),
}


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def start(request: HttpRequest, actor: Actor, code: str) -> HttpResponse:
    """A question about an area, and the figures to read."""
    area = found(area_by_code(code))
    form, status = forms.StartForm(request.POST or None, series=series_of(area)), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                scan = publish_text.scan(by=actor, area=area, **form.cleaned_data, at=clock.now())
            except Invalid as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("De scan is begonnen."), PAGE, scan.public_id)
    page = {
        "title": _("Begin een scan van %(place)s") % {"place": area.name},
        "crumbs": [{"url": path_to("area", area.code), "label": area.name}],
        "form": form,
        "actor": actor,
    }
    return render(request, "points/form.html", page, status=status)


@acting
def step(request: HttpRequest, actor: Actor, public_id: str, name: str) -> HttpResponse:
    """Go to the next step of the scan, or stop."""
    if name not in STEPS:
        raise Http404
    act, words = STEPS[name]
    act(by=actor, scan=_scan(public_id), at=clock.now())
    return done(request, _(words), PAGE, public_id)


@acting
def choose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan = _scan(public_id)
    form = forms.ChooseForm(request.POST, prefix="kies", series=series_of(scan.area))

    def act() -> None:
        baseline.choose_figures(by=actor, scan=scan, keys=form.cleaned_data["keys"], at=clock.now())

    return _done(request, public_id, form, "choose_form", act, _("De cijfers zijn gekozen."))


@acting
def own(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan, form = _scan(public_id), forms.OwnForm(request.POST, prefix="eigen")

    def act() -> None:
        told = _told(form, "value", "people")
        texts = _told(form, "word", "unit", "source")
        baseline.add_own_figure(by=actor, scan=scan, texts=texts, **told, at=clock.now())

    return _done(request, public_id, form, "own_form", act, _("Je cijfer staat erbij."))


@acting
def measure(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan = _scan(public_id)
    lines = [one for one in lines_of(scan)[0] if one.is_own]
    form = forms.MeasureForm(request.POST, prefix="meet", lines=lines)

    def act() -> None:
        told = {"key": form.cleaned_data["line"], **_told(form, "value", "people")}
        baseline.measure_own_figure(by=actor, scan=scan, **told, at=clock.now())

    return _done(request, public_id, form, "measure_form", act, _("De waarde staat erbij."))


@acting
def observe(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan, form = _scan(public_id), forms.ObserveForm(request.POST, prefix="zag")

    def act() -> None:
        told = {"kind": OBSERVED, "texts": _told(form, "text", "place"), **_told(form, "is_sure", "key")}
        publish_text.observation(by=actor, scan=scan, **told, at=clock.now())

    return _done(request, public_id, form, "observe_form", act, _("Je waarneming staat erbij."))


@acting
def propose(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan, form = _scan(public_id), forms.ProposeForm(request.POST, prefix="plan")

    def act() -> None:
        told = {"kind": SOLUTION, "texts": _told(form, "text", "place"), **_told(form, "key")}
        publish_text.observation(by=actor, scan=scan, **told, at=clock.now())

    return _done(request, public_id, form, "propose_form", act, _("Je idee staat erbij."))


@acting
def withdraw(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(observation_by_id(public_id))
    baseline.withdraw_observation(by=actor, observation=one, at=clock.now())
    return done(request, _("Wat je schreef is weg."), PAGE, one.scan.public_id)


@acting
def read(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan, form = _scan(public_id), forms.ReadForm(request.POST, prefix="lees")

    def act() -> None:
        texts = _told(form, "experience", "stands_out")
        publish_text.reading(by=actor, scan=scan, view=form.cleaned_data["view"], texts=texts, at=clock.now())

    return _done(request, public_id, form, "read_form", act, _("Je antwoord staat erbij."))


@acting
def value(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Propose a value of the area."""
    scan = _scan(public_id)
    form = forms.ValueForm(request.POST, prefix="waarde", lines=lines_of(scan)[0])

    def act() -> None:
        told = {
            "texts": _told(form, "word", "trade_off"),
            **_told(form, "figure", "target", "by_year", "key"),
        }
        publish_text.area_value(by=actor, scan=scan, **told, at=clock.now())

    return _done(request, public_id, form, "value_form", act, _("De gebiedswaarde staat erbij."))


@acting
def agree(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one = found(value_by_id(public_id))
    baseline.agree_value(by=actor, value=one, at=clock.now())
    return done(request, _("Jouw helft zei ja tegen deze gebiedswaarde."), PAGE, one.scan.public_id)


@acting
def answer(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one, form = found(value_by_id(public_id)), forms.AnswerForm(request.POST)

    def act() -> None:
        baseline.answer_value(by=actor, value=one, **_told(form, "need", "age"))

    return _done(request, one.scan.public_id, form, "answer_form", act, _("Je antwoord telt mee."))


@acting
def paper(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    one, form = (
        found(value_by_id(public_id)),
        forms.PaperAnswersForm(request.POST, auto_id=f"papier-{public_id}-%s"),
    )

    def act() -> None:
        baseline.count_answers(by=actor, value=one, **_told(form, "need", "half", "age", "number"))

    return _done(request, one.scan.public_id, form, "paper_form", act, _("De antwoorden tellen mee."))


@acting
def repeat(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    again = baseline.repeat_scan(
        by=actor, scan=_scan(public_id), key=request.POST.get("key", ""), at=clock.now()
    )
    return done(request, _("De herhaling is begonnen, met dezelfde cijfers."), PAGE, again.public_id)


@acting
def claim(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    scan = _scan(public_id)
    mine = own_initiatives(actor.person_id)
    form = forms.ClaimForm(request.POST, prefix="hielp", own=mine, lines=lines_of(scan)[0])

    def act() -> None:
        initiative = form.own[form.cleaned_data["initiative"]]
        figure = form.cleaned_data["figure"]
        claim_effect.claim(by=actor, scan=scan, initiative=initiative, figure=figure, at=clock.now())

    return _done(request, public_id, form, "claim_form", act, _("Dit staat bij het verschil."))


def _done(
    request: HttpRequest, public_id: str, form: Any, name: str, act: Callable[[], None], words: str
) -> HttpResponse:
    """Do it, or show the page again with the form and its errors."""
    if not form.is_valid():
        return scan_page(request, public_id, 422, **{name: form, "form": form})
    try:
        act()
    except Invalid as refusal:
        return scan_page(request, public_id, form.absorb(refusal), **{name: form, "form": form})
    return done(request, words, PAGE, public_id)


def _scan(public_id: str) -> Scan:
    return found(scan_by_id(public_id))


def _told(form: Any, *names: str) -> Mapping[str, Any]:
    return {name: form.cleaned_data[name] for name in names}
