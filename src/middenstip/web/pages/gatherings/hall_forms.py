"""The forms of the hall. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.gatherings.lifecycle import QUESTION_LENGTH
from middenstip.domain.gatherings.models import HallQuestion
from middenstip.kernel.half import Half
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form


class AskForm(Form):
    """A question of somebody in the hall. No name, no address."""

    text = fields.Text(
        label=_lazy("Wat wil je vragen?"),
        max_length=QUESTION_LENGTH,
        rows=3,
        help_text=_lazy("Iedereen leest mee. Schrijf geen namen of adressen op."),
    )
    half = forms.ChoiceField(
        label=_lazy("Ik vraag dit als"),
        required=False,
        choices=[("", _lazy("zeg ik niet")), *((half.value, _lazy(half.value)) for half in Half)],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )


class QuestionCardForm(AskForm):
    """A question on a card that the host types in."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, auto_id="kaart_%s", **more)
        self.fields["text"].label = _lazy("Wat staat er op de kaart?")
        self.fields["half"].label = _lazy("Welke helft is aangekruist?")


class _AboutQuestion(Form):
    """A form beside one question: several of them are on a page."""

    prefix_word = ""

    def __init__(self, *args: Any, question: HallQuestion, **more: Any) -> None:
        super().__init__(*args, auto_id=f"{self.prefix_word}{question.public_id}_%s", **more)
        self.question = question


class HideForm(_AboutQuestion):
    """Why the host hides a question."""

    prefix_word = "verberg"
    why = fields.Title(label=_lazy("Waarom verberg je deze vraag?"), max_length=QUESTION_LENGTH)


class SumUpForm(_AboutQuestion):
    """What the host heard, in a luisterronde."""

    prefix_word = "samen"
    summary = fields.Text(label=_lazy("Wat heb je gehoord?"), max_length=QUESTION_LENGTH, rows=2)


class DifferForm(_AboutQuestion):
    """What the speaker misses in the summary."""

    prefix_word = "anders"
    text = fields.Text(label=_lazy("Wat mist er, of is anders?"), max_length=QUESTION_LENGTH, rows=2)
