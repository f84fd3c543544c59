"""The ACTIE-check: both sides fill it in apart, and talk about where they are far apart."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from middenstip.domain.initiatives.rules import is_initiator
from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import DESK, FACETS, FAR_APART, INITIATOR
from middenstip.domain.intake.models import Case, Check
from middenstip.domain.intake.selectors.check import checks_of
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.desk.page import refused, visible
from middenstip.web.shared.fields import Line
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import with_hat
from middenstip.web.shared.reply import done

SCORES = [(str(score), str(score)) for score in range(1, 6)]


class CheckForm(Form):
    """A score, a reason and an action for each facet."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for key, (word, question) in FACETS.items():
            self.fields[key] = forms.ChoiceField(
                label=f"{_(word)}: {_(question)}",
                choices=SCORES,
                widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
                help_text=_("1 is: nog helemaal niet. 5 is: helemaal."),
                error_messages={"required": _("Maak een keuze.")},
            )
            self.fields[f"{key}_note"] = Line(label=_("Waarom?"), max_length=300, required=False)
            self.fields[f"{key}_action"] = Line(
                label=_("Wat doen we eraan, en wie?"), max_length=200, required=False
            )

    def told(self) -> dict[str, tuple[int, str, str]]:
        data = self.cleaned_data
        return {key: (int(data[key]), data[f"{key}_note"], data[f"{key}_action"]) for key in FACETS}


@require_http_methods(["GET", "HEAD", "POST"])
@with_hat
def check(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """What both sides said, once both did; before that only the own side."""
    case = visible(public_id, actor)
    may = rules.may_check(actor, case)
    require(may if request.method == "POST" else rules.may_read_notes(actor, case))
    form, status = CheckForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                intake.fill_in_check(by=actor, case=case, told=form.told(), at=clock.now())
            except Refused as refusal:
                status = refused(form, refusal)
            else:
                return done(request, _("Jouw kant is ingevuld."), "desk:check", public_id)
    side = INITIATOR if is_initiator(actor.person_id, case.initiative) else DESK
    page = {
        "title": _("ACTIE-check"),
        "crumbs": _crumbs(case),
        "form": form if may else None,
        "actor": actor,
        **_said(checks_of(case), side),
    }
    return render(request, "desk/check.html", page, status=status)


def _said(rows: list[Check], side: str) -> dict[str, Any]:
    by = {(one.side, one.facet): one for one in rows}
    sides = {one.side for one in rows}
    is_both = len(sides) == 2
    facets = [
        _facet(key, by.get((INITIATOR, key)), by.get((DESK, key)), is_both, side)
        for key in FACETS
        if sides and (is_both or side in sides)
    ]
    return {
        "facets": facets,
        "is_both": is_both,
        "waits": side in sides and not is_both,
        "agenda": [one["word"] for one in facets if one["is_far"]],
    }


def _facet(key: str, first: Check | None, second: Check | None, is_both: bool, side: str) -> dict[str, Any]:
    shown = [one if is_both or (one and one.side == side) else None for one in (first, second)]
    is_far = bool(is_both and first and second and abs(first.score - second.score) >= FAR_APART)
    return {"word": _(FACETS[key][0]), "initiator": shown[0], "desk": shown[1], "is_far": is_far}


def _crumbs(case: Case) -> list[dict[str, Any]]:
    return [
        {"url": reverse("desk:index"), "label": _("De balie")},
        {"url": path_to("case", case.public_id), "label": case.initiative.title, "is_title": True},
    ]
