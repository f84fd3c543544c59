"""The forms of an inquiry: to open it, to take part, to add a statement. Shape only."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.deliberation.models import STATEMENT_LENGTH, SUBJECT_LENGTH
from middenstip.domain.deliberation.rules import MOST_MEMBERS
from middenstip.kernel.half import HALF_CHOICES, Half
from middenstip.web.shared.fields import Day, Line, Text, Title
from middenstip.web.shared.forms import Form


def people(label: Any) -> forms.IntegerField:
    """How many people a half has."""
    return forms.IntegerField(label=label, min_value=1, max_value=MOST_MEMBERS)


class InquiryForm(Form):
    """How many people each half has decides how sure a yes of that half is."""

    subject = Title(label=_lazy("Waarover willen jullie weten wat mensen vinden?"), max_length=SUBJECT_LENGTH)
    statements = Text(
        label=_lazy("Met welke stellingen beginnen jullie?"),
        help_text=_lazy("Elke stelling op een nieuwe regel, minstens drie. Iets waar je ja of nee op zegt."),
        rows=8,
        max_length=4000,
    )
    bewoners = people(_lazy("Hoeveel bewoners zijn er?"))
    overheid = people(_lazy("Hoeveel mensen van de overheid gaan erover?"))
    ondernemers = people(_lazy("Hoeveel ondernemers zijn er?"))
    closes_on = Day(label=_lazy("Tot welke dag kan iedereen antwoorden?"))

    @property
    def told(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            "subject": data["subject"],
            "statements": data["statements"].split("\n"),
            "members": {half.value: data[half.value] for half in Half},
            "closes_at": timezone.make_aware(datetime.combine(data["closes_on"], time(22))),
        }

    def absorb(self, refusal: Any) -> int:
        errors = getattr(refusal, "errors", {})
        for old, new in (("closes_at", "closes_on"), ("text", "statements")):
            if old in errors:
                errors[new] = errors.pop(old)
        return super().absorb(refusal)


class BeginForm(Form):
    half = forms.ChoiceField(
        label=_lazy("Bij wie hoor je?"),
        choices=[(half, _lazy(word)) for half, word in HALF_CHOICES],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )


class CodeForm(Form):
    code = Line(label=_lazy("Je code"), max_length=20)


class StatementForm(Form):
    text = Title(
        label=_lazy("Jouw stelling"),
        help_text=_lazy("Eén zin waar je ja of nee op zegt. Geen vraag, geen namen, niemand uitschelden."),
        max_length=STATEMENT_LENGTH,
    )
