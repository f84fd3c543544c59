"""The forms of agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.agreements.models import Agreement
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared.fields import Day, Line, Text
from middenstip.web.shared.forms import Form

WHAT_LENGTH = Agreement._meta.get_field("what").max_length
CONDITIONS_LENGTH = Agreement._meta.get_field("conditions").max_length
WHY_LENGTH = Agreement._meta.get_field("why_not").max_length
BIGGEST = 2**31 - 1  # the largest value of an integer column in both databases


class TextForm(Form):
    """What is promised, by when, and on what conditions."""

    what = Text(
        label=_lazy("Wat wordt er beloofd?"),
        help_text=_lazy("Begin met één zin waarop je ja of nee kunt zeggen: is het gedaan?"),
        max_length=WHAT_LENGTH,
    )
    due_on = Day(label=_lazy("Uiterlijk wanneer?"))
    conditions = Text(
        label=_lazy("Onder welke voorwaarden?"),
        help_text=_lazy("Elke voorwaarde op een nieuwe regel."),
        max_length=CONDITIONS_LENGTH,
        required=False,
    )


class ChangeForm(TextForm):
    """`number` is the version that was read."""

    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)


class ProposeForm(TextForm):
    """The promising and receiving side, and the other seats that sign. `text`: what it began with."""

    text = Line(widget=forms.HiddenInput, required=False, max_length=20)

    promisor = forms.ChoiceField(label=_lazy("Wie belooft het?"))
    promisee = forms.ChoiceField(label=_lazy("Aan wie?"))
    also_sign = forms.MultipleChoiceField(
        label=_lazy("Wie tekent er nog meer?"),
        help_text=_lazy("Wie belooft en aan wie beloofd wordt, tekenen altijd."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["promisor", "promisee", "what", "due_on", "conditions", "also_sign"]

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(seats)
        for name in ("promisor", "promisee"):
            self.fields[name].choices = [("", _lazy("Kies")), *((s.public_id, named(s)) for s in seats)]  # type: ignore[attr-defined]
        rows = [(seat.public_id, f"{named(seat)} | {_(seat.half)}") for seat in seats]
        self.fields["also_sign"].choices = rows  # type: ignore[attr-defined]


class SignForm(Form):
    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)
    on_paper = forms.BooleanField(label=_lazy("Ik tekende al op papier"), required=False)


class MissForm(Form):
    why_not = Text(
        label=_lazy("Waarom lukte het niet?"),
        help_text=_lazy("Eén zin. Zo leren anderen ervan."),
        max_length=WHY_LENGTH,
    )


class ListForm(forms.Form):
    """The filters of the list of agreements."""

    stand = forms.ChoiceField(
        label=_lazy("Stand"),
        required=False,
        choices=[
            ("", _lazy("Wat nog loopt")),
            ("te-laat", _lazy("Te laat")),
            ("tekenen", _lazy("Wacht op handtekeningen")),
            ("loopt", _lazy("Loopt")),
            ("gedaan", _lazy("Gedaan")),
            ("niet-gehaald", _lazy("Niet gehaald")),
            ("ingetrokken", _lazy("Ingetrokken of vervallen")),
            ("alles", _lazy("Alles")),
        ],
    )
    helft = forms.ChoiceField(
        label=_lazy("Helft"),
        required=False,
        choices=[("", _lazy("Alle helften")), *((half, _lazy(word)) for half, word in HALF_CHOICES)],
    )
    gebied = Line(required=False, max_length=20, widget=forms.HiddenInput)
    partij = Line(required=False, max_length=20, widget=forms.HiddenInput)


def named(seat: Any) -> str:
    """A seat with the name of its person: *Bas Roelvink, eigenaar, Kwekerij De Esch*."""
    holder = getattr(seat, "holder", None)
    return f"{holder}, {seat.label}" if holder else str(seat.label)
