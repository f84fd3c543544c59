"""Beside a case: what the organisation answers by, exceptions that hold here too, and a new one."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from middenstip.domain.intake import rules
from middenstip.domain.intake import services as intake
from middenstip.domain.intake.lifecycle import PRECEDENTS
from middenstip.domain.intake.models import Case, Tailoring
from middenstip.domain.intake.selectors.principle import (
    examples_of,
    principle_by_id,
    principles_of,
    tailorings_of,
)
from middenstip.domain.parties.models import Organisation
from middenstip.domain.rooms import path_to
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Refused, require
from middenstip.web.pages.desk.page import refused, visible
from middenstip.web.shared import dates
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.hat import read_as, with_hat
from middenstip.web.shared.reply import done

KEPT, LEFT = "ja", "nee"
_in_words = lazy(_, str)


class TailoringForm(Form):
    """Which rule was bent, why, and what that means for others."""

    rule = Title(label=_lazy("Van welke regel wijk je af?"), max_length=300)
    why = Text(label=_lazy("Waarom kan het hier anders?"), max_length=1000, rows=3)
    precedent = forms.ChoiceField(
        label=_lazy("Voor wie geldt dit?"),
        choices=[(key, _in_words(word)) for key, word in PRECEDENTS.items()],
        widget=forms.RadioSelect,
    )
    principle = forms.ChoiceField(label=_lazy("Bij welk principe hoort dit?"), required=False)
    is_kept = forms.ChoiceField(
        label=_lazy("Past dit bij dat principe?"),
        choices=[(KEPT, _lazy("Ja")), (LEFT, _lazy("Nee, we wijken er ook van af"))],
        initial=KEPT,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )

    def __init__(self, *args: Any, principles: list[Any], **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(one.public_id, one.text) for one in principles]
        self.fields["principle"].choices = [("", _("Geen")), *chosen]  # type: ignore[attr-defined]


@require_http_methods(["GET", "HEAD", "POST"])
@never_cache
@with_hat
def tailoring(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """Read what fits this case, and note an exception."""
    case = visible(public_id, actor)
    actor = read_as(request, lambda hat: rules.may_read_notes(hat, case)) or actor
    may = rules.may_handle(actor, case)
    require(may if request.method == "POST" else rules.may_read_notes(actor, case))
    side = case.handler.side if case.handler else None
    organisation = side.organisation if side else None
    principles = principles_of(organisation.pk) if organisation else []
    form, status = TailoringForm(request.POST or None, principles=principles), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _bend(actor, case, form.cleaned_data)
            except Refused as refusal:
                status = refused(form, refusal)
            else:
                return done(request, _("Je maatwerk is opgeschreven."), "desk:tailoring", public_id)
    page = _page(case, organisation, principles) | {"form": form if may else None, "actor": actor}
    return render(request, "desk/tailoring.html", page, status=status)


def _bend(actor: Actor, case: Case, told: dict[str, Any]) -> None:
    principle = principle_by_id(told["principle"]) if told["principle"] else None
    words = {key: told[key] for key in ("rule", "why", "precedent")}
    is_kept = told["is_kept"] != LEFT
    intake.bend_rule(by=actor, case=case, principle=principle, is_kept=is_kept, **words, at=clock.now())


def _page(case: Case, organisation: Organisation | None, principles: list[Any]) -> dict[str, Any]:
    return {
        "title": _("Principes en maatwerk"),
        "crumbs": [
            {"url": reverse("desk:index"), "label": _("De balie")},
            {"url": path_to("case", case.public_id), "label": case.initiative.title, "is_title": True},
        ],
        "principles": [one.text for one in principles],
        "principles_url": reverse("principles:detail", args=[organisation.public_id]) if organisation else "",
        "examples": [_row(one) for one in examples_of(organisation.pk)] if organisation else [],
        "here": [_row(one) for one in tailorings_of(case)],
    }


def _row(one: Tailoring) -> dict[str, str]:
    return {
        "rule": one.rule,
        "why": one.why,
        "who": one.by.label,
        "at": dates.long_date(one.at),
        "precedent": _(PRECEDENTS[one.precedent]),
    }
