"""The forms of the mandate card, of its check, and of the win-win table. Shape only."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.deliberation.lifecycle import CHECKS, CONSULTED, LADDER
from middenstip.domain.deliberation.models import CELL_LENGTH, PROMISE_LENGTH, QUESTION_LENGTH, WHO_LENGTH
from middenstip.web.shared.fields import Day, Title
from middenstip.web.shared.forms import Form


class MandateForm(Form):
    subject = Title(label=_lazy("Waar gaat het over?"), max_length=QUESTION_LENGTH)
    decides = Title(label=_lazy("Wie beslist?"), max_length=WHO_LENGTH)
    advises = Title(label=_lazy("Wie geeft advies?"), max_length=WHO_LENGTH, required=False)
    informed = Title(label=_lazy("Wie hoort het?"), max_length=WHO_LENGTH, required=False)
    step = forms.ChoiceField(
        label=_lazy("Wat mag wie meedoet verwachten?"),
        choices=[(key, _lazy(word)) for key, word in LADDER.items()],
        initial=CONSULTED,
        widget=forms.RadioSelect,
    )
    promise = Title(
        label=_lazy("Wat beloven jullie?"),
        help_text=_lazy("Bijvoorbeeld: wat jullie ermee doen, en hoe mensen dat horen."),
        max_length=PROMISE_LENGTH,
    )
    until_on = Day(label=_lazy("Tot wanneer geldt dit?"))


class CheckForm(Form):
    answer = forms.ChoiceField(
        label=_lazy("Kreeg je de invloed die beloofd was?"),
        choices=[(key, _lazy(word)) for key, word in CHECKS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )


class GainForm(Form):
    brings = Title(label=_lazy("Wat brengt jouw helft?"), max_length=CELL_LENGTH, required=False)
    gets = Title(label=_lazy("Wat krijgt jouw helft?"), max_length=CELL_LENGTH, required=False)
    fears = Title(label=_lazy("Wat vreest jouw helft?"), max_length=CELL_LENGTH, required=False)
