"""The forms about a challenge. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.intake.lifecycle import ANSWERS, ENDINGS, PARTS
from middenstip.web.shared.fields import Day, Text
from middenstip.web.shared.forms import Form

_in_words = lazy(_, str)


class WriteForm(Form):
    """The seven parts. Each may wait until the request is sent."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for name, question in PARTS.items():
            most = 1000 if name == "task" else 2000
            self.fields[name] = Text(label=_in_words(question), max_length=most, rows=3, required=False)


class CheckForm(Form):
    """Whether everything is there."""

    is_complete = forms.ChoiceField(
        label=_lazy("Staat alles erin?"),
        choices=[("ja", _lazy("Ja, ik beoordeel het nu")), ("nee", _lazy("Nee, er mist nog iets"))],
        widget=forms.RadioSelect,
    )
    why = Text(label=_lazy("Wat mist er nog?"), max_length=2000, rows=3, required=False)


class DecideForm(Form):
    """Yes, partly or no, and why."""

    answer = forms.ChoiceField(
        label=_lazy("Wat is het antwoord?"),
        choices=[(key, _in_words(word)) for key, word in ANSWERS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    why = Text(label=_lazy("Waarom?"), max_length=2000, rows=4)


class AgreeForm(Form):
    """What both sides sign."""

    what = Text(
        label=_lazy("Wat spreken jullie af?"),
        max_length=500,
        rows=4,
        help_text=_lazy("De taken, het resultaat en het geld."),
    )
    due_on = Day(label=_lazy("Tot wanneer?"))


class TalkForm(Form):
    """How it goes."""

    text = Text(label=_lazy("Hoe gaat het?"), max_length=2000, rows=3)


class EvaluateForm(Form):
    """Whether it goes on."""

    ending = forms.ChoiceField(
        label=_lazy("Hoe gaat het verder?"),
        choices=[(key, _in_words(word)) for key, word in ENDINGS.items()],
        widget=forms.RadioSelect,
    )
    text = Text(label=_lazy("Wat vinden jullie ervan?"), max_length=2000, rows=3)
