"""The three questions. Shape only; the rooms decide what is allowed."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel.half import Half
from middenstip.web.pages.submit.steps import Steps
from middenstip.web.shared.fields import Address, Line, Text, Title
from middenstip.web.shared.place_choices import homes

TOLD_AS = [
    (Half.RESIDENTS.value, _lazy("Bewoner")),
    (Half.BUSINESS.value, _lazy("Ondernemer")),
    (Half.GOVERNMENT.value, _lazy("Iemand van de overheid")),
]


class IdeaForm(Steps):
    """For a person with a seat: the hat gives the half."""

    title = Title(label=_lazy("Geef je idee een korte naam"), max_length=100)
    what = Text(
        label=_lazy("Wat wil je doen?"),
        rows=5,
        max_length=2000,
        help_text=_lazy("Schrijf het zoals je het aan een buur vertelt."),
    )
    why = Text(
        label=_lazy("Waarom wil je dit?"),
        rows=4,
        max_length=2000,
        help_text=_lazy("Wat wordt er beter, en voor wie?"),
        required=False,
    )

    field_order = ("what", "title", "where", "area", "lon", "lat", "why", "themes", "half", "home")


class SeatlessForm(IdeaForm):
    """For a person who is logged in but has no seat yet."""

    half = forms.ChoiceField(
        label=_lazy("Je vertelt dit als"),
        choices=TOLD_AS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=Half.RESIDENTS.value,
    )
    home = forms.ChoiceField(
        label=_lazy("Waar woon je?"),
        required=False,
        help_text=_lazy("Dat staat bij je naam. De plek van je idee zegt dat niet. Je mag het open laten."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["home"].choices = homes()  # type: ignore[attr-defined]


class VisitorForm(SeatlessForm):
    """For a visitor: also asks name and address."""

    name = Line(label=_lazy("Je naam"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = Address(
        label=_lazy("Je e-mailadres"),
        max_length=254,
        help_text=_lazy("Niemand anders ziet je e-mailadres."),
    )
