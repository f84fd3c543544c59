"""In how many working days each organisation answers, and its bylaw on challenges."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy
from django.views.decorators.http import require_http_methods, require_safe

from middenstip.domain.intake.models import Bylaw
from middenstip.domain.intake.selectors.challenge import bylaw_of
from middenstip.domain.parties.lifecycle import LONGEST, TERMS, USUAL_DAYS
from middenstip.domain.parties.selectors import organisation_by_id, organisations_with, terms_of
from middenstip.domain.rooms import path_to
from middenstip.journeys import set_terms
from middenstip.kernel import clock
from middenstip.kernel.actor import Actor
from middenstip.kernel.typed import line
from middenstip.kernel.verdict import Refused
from middenstip.web.shared.administration import for_administrator, show
from middenstip.web.shared.fields import Line, Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.reply import done, found

LONGEST_NAME, MOST = 80, 50


class TermsForm(Form):
    """A number of working days for each kind of answer, and the bylaw."""

    name = Title(
        label=_lazy("Verordening voor uitdagen"),
        max_length=200,
        required=False,
        help_text=_lazy("Zoals: Participatieverordening 2026. Leeg: er is er geen."),
    )
    source = Line(label=_lazy("Waar staat die?"), max_length=300, required=False)
    excluded = Text(
        label=_lazy("Welke taken kun je niet overnemen?"),
        max_length=2000,
        rows=4,
        required=False,
        help_text=_lazy("Eén taak op elke regel."),
    )

    def __init__(self, *args: Any, days: dict[str, int], bylaw: Bylaw | None, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("name", "source", "excluded"):
            self.fields[name].initial = getattr(bylaw, name, "")
        own = {
            kind: forms.IntegerField(
                label=_(word).capitalize(),
                min_value=1,
                max_value=LONGEST,
                initial=days[kind],
                help_text=_("In werkdagen. Gewoon is %(days)s.") % {"days": USUAL_DAYS[kind]},
            )
            for kind, word in TERMS.items()
        }
        self.fields = own | self.fields

    @property
    def days(self) -> dict[str, int]:
        return {kind: self.cleaned_data[kind] for kind in TERMS}

    @property
    def bylaw(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in ("name", "source", "excluded")}


@require_safe
@for_administrator
def index(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose an organisation."""
    asked = line(request.GET.get("q", ""))[:LONGEST_NAME]
    rows = organisations_with(asked, MOST)
    return show(
        request,
        "terms",
        _("Termijnen"),
        q=asked,
        rows=[
            {"url": reverse("administration:term", args=[one.public_id]), "name": one.name} for one in rows
        ],
        has_more=len(rows) == MOST,
    )


@require_http_methods(["GET", "HEAD", "POST"])
@for_administrator
def term(request: HttpRequest, actor: Actor, public_id: str) -> HttpResponse:
    """The terms of one organisation. What runs already keeps its last day."""
    one = found(organisation_by_id(public_id))
    form = TermsForm(request.POST or None, days=terms_of(one.pk), bylaw=bylaw_of(one.pk))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                set_terms.settle(by=actor, organisation=one, days=form.days, bylaw=form.bylaw, at=clock.now())
            except Refused as refusal:
                status = form.absorb(refusal)
            else:
                return done(request, _("Bewaard. Dit geldt voor wat nu binnenkomt."), "administration:terms")
    lead = _("Binnen hoeveel werkdagen antwoordt deze organisatie? Wat al loopt, houdt zijn laatste dag.")
    title = _("Termijnen van %(who)s") % {"who": one.name}
    return show(request, "form", title, status, form=form, lead=lead, see=path_to("organisation", public_id))
