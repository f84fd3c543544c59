"""The forms at a table."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from middenstip.domain.goals.lifecycle import NO, UNLESS, YES
from middenstip.domain.goals.models import Answer, Letter, Version
from middenstip.domain.goals.selectors import Candidate
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared.forms import Form

LETTER_LENGTH = Letter._meta.get_field("text").max_length
TEXT_LENGTH = Version._meta.get_field("text").max_length
CONDITION_LENGTH = Answer._meta.get_field("condition").max_length
BIGGEST = 2**31 - 1  # what an integer column of both engines holds


def _area(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class _TableForm(Form):
    """Several forms stand on one page: each has its own ids, with the plain names of its fields."""

    part = ""

    def __init__(self, data: Any = None, **kwargs: Any) -> None:
        super().__init__(data, auto_id=f"{self.part}_%s", **kwargs)


class LetterForm(_TableForm):
    part = "briefje"
    text = forms.CharField(
        label=_("Wat wil jij bereiken?"),
        help_text=_("Eén zin is genoeg. Niemand leest mee tot alle briefjes tegelijk opengaan."),
        max_length=LETTER_LENGTH,
        widget=_area(4),
    )


class VersionForm(_TableForm):
    """`number` is the version that was read."""

    part = "versie"
    number = forms.IntegerField(min_value=0, max_value=BIGGEST, widget=forms.HiddenInput)
    text = forms.CharField(
        label=_("Het gezamenlijke doel, in jouw woorden"),
        help_text=_("Eén of twee zinnen. Schrijf zo dat elke helft er ja tegen kan zeggen."),
        max_length=TEXT_LENGTH,
        widget=_area(5),
    )


class AnswerForm(_TableForm):
    part = "antwoord"
    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)
    answer = forms.ChoiceField(
        label=_("Wat zeg jij?"),
        choices=[
            (YES, _("Ja | ik ga mee")),
            (UNLESS, _("Nee, tenzij | ik zeg wat ik nodig heb")),
            (NO, _("Nee | ik zeg waarom")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    condition = forms.CharField(
        label=_("Bij nee, tenzij: wat heb je nodig? Bij nee: waarom?"),
        help_text=_("Eén zin. Bij ja hoeft dit niet."),
        max_length=CONDITION_LENGTH,
        required=False,
        widget=_area(2),
    )


class SearchForm(forms.Form):
    """Narrow the seats that may be asked."""

    helft = forms.ChoiceField(
        label=_("Helft"),
        choices=[("", _("Alle helften")), *((half, _(word)) for half, word in HALF_CHOICES)],
        required=False,
    )
    q = forms.CharField(label=_("Zoek een functie of organisatie"), max_length=80, required=False)


class InviteForm(Form):
    seat = forms.ChoiceField(label=_("Wie vraag je aan tafel?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, candidates: Iterable[Candidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.public_id, f"{one.label} | {gettext(one.half)}") for one in candidates]
        self.fields["seat"].choices = choices  # type: ignore[attr-defined]
