"""The forms at a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.goals.lifecycle import NO, UNLESS, YES
from middenstip.domain.goals.models import WORD_LENGTH, Answer, Letter, Restatement, Version
from middenstip.domain.goals.selectors import Candidate
from middenstip.domain.goals.services.invitations import MOST_PEOPLE
from middenstip.kernel import typed
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared.fields import Line, Text
from middenstip.web.shared.forms import Form

LETTER_LENGTH = Letter._meta.get_field("text").max_length
RESTATED_LENGTH = Restatement._meta.get_field("text").max_length
CORRECTION_LENGTH = Restatement._meta.get_field("correction").max_length
TEXT_LENGTH = Version._meta.get_field("text").max_length
CONDITION_LENGTH = Answer._meta.get_field("condition").max_length
BIGGEST = 2**31 - 1  # the largest value of an integer column in both databases


class _TableForm(Form):
    """A page has several forms: each has its own ids, and plain field names."""

    part = ""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id=f"{self.part}_%s", **kwargs)


class LetterForm(_TableForm):
    part = "briefje"
    text = Text(
        label=_lazy("Wat wil jij bereiken?"),
        help_text=_lazy("Eén zin is genoeg. Niemand leest mee tot alle briefjes tegelijk opengaan."),
        max_length=LETTER_LENGTH,
        rows=4,
    )


class _OneOfMany(_TableForm):
    """A form that a page has several times: `key` is that of the row that it is about."""

    def __init__(self, key: int, data: Any = None, **kwargs: Any) -> None:
        self.row, self.part = key, f"{self.part}{key}"
        super().__init__(data, **kwargs)


class RestateForm(_OneOfMany):
    part = "woorden"
    text = Text(
        label=_lazy("Wat wil de ander, in jouw woorden?"),
        help_text=_lazy("Begin met: jij wilt. Zeg niet wat je ervan vindt."),
        max_length=RESTATED_LENGTH,
        rows=3,
    )


class CorrectForm(_OneOfMany):
    part = "bedoeld"
    words = Text(
        label=_lazy("Wat bedoel je wel?"),
        help_text=_lazy("Eén zin."),
        max_length=CORRECTION_LENGTH,
        rows=2,
    )


class VersionForm(_TableForm):
    """`number` is the version that was read."""

    part = "versie"
    number = forms.IntegerField(min_value=0, max_value=BIGGEST, widget=forms.HiddenInput)
    text = Text(
        label=_lazy("Het gezamenlijke doel, in jouw woorden"),
        help_text=_lazy("Eén of twee zinnen. Schrijf zo dat elke helft er ja tegen kan zeggen."),
        max_length=TEXT_LENGTH,
        rows=5,
    )


class AnswerForm(_TableForm):
    part = "antwoord"
    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_lazy("Wat zeg jij?"),
        choices=[
            (YES, _lazy("Ja | ik ga mee")),
            (UNLESS, _lazy("Nee, tenzij | ik zeg wat ik nodig heb")),
            (NO, _lazy("Nee | ik zeg waarom")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    condition = Text(
        label=_lazy("Bij nee, tenzij: wat heb je nodig? Bij nee: waarom?"),
        help_text=_lazy("Eén zin. Bij ja hoeft dit niet."),
        max_length=CONDITION_LENGTH,
        required=False,
        rows=2,
    )


class SearchForm(forms.Form):
    """Filter the seats that may be invited."""

    helft = forms.ChoiceField(
        label=_lazy("Helft"),
        choices=[("", _lazy("Alle helften")), *((half, _lazy(word)) for half, word in HALF_CHOICES)],
        required=False,
    )
    q = Line(label=_lazy("Zoek een functie of organisatie"), max_length=80, required=False)


class InviteForm(Form):
    seat = forms.MultipleChoiceField(
        label=_lazy("Wie vraag je aan tafel?"), widget=forms.CheckboxSelectMultiple
    )
    word = Line(label=_lazy("Een woord erbij"), max_length=WORD_LENGTH, required=False)

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.public_id, f"{one.label} | {_(one.half)}") for one in candidates]
        self.fields["seat"].choices = choices  # type: ignore[attr-defined]


class MailForm(_TableForm):
    part = "mail"
    addresses = Text(
        label=_lazy("E-mailadressen"),
        help_text=_lazy("Eén adres per regel, hooguit tien. Iedereen krijgt een eigen mail."),
        max_length=2000,
        rows=3,
    )
    word = Line(label=_lazy("Een woord erbij"), max_length=WORD_LENGTH, required=False)

    def clean_addresses(self) -> list[str]:
        """The addresses, each checked; a wrong one is named."""
        found = [typed.address(one) for one in re.split(r"[\s,;]+", self.cleaned_data["addresses"]) if one]
        for one in found:
            try:
                validate_email(one)
            except ValidationError:
                raise ValidationError(_("“%(address)s” is geen e-mailadres.") % {"address": one}) from None
        return found


class LinkForm(_TableForm):
    part = "link"
    most = forms.IntegerField(
        label=_lazy("Voor hoeveel mensen?"),
        help_text=_lazy("Daarna werkt de link niet meer. De link is veertien dagen geldig."),
        min_value=1,
        max_value=MOST_PEOPLE,
        initial=5,
    )
