"""The forms of agreements."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.models import Agreement
from middenstip.kernel.half import HALF_CHOICES
from middenstip.web.shared.forms import Form

WHAT_LENGTH = Agreement._meta.get_field("what").max_length
CONDITIONS_LENGTH = Agreement._meta.get_field("conditions").max_length
WHY_LENGTH = Agreement._meta.get_field("why_not").max_length
BIGGEST = 2**31 - 1  # what an integer column of both engines holds


class TextForm(Form):
    """What is promised, by when, and on what conditions."""

    what = forms.CharField(
        label=_("Wat wordt er beloofd?"),
        help_text=_("Begin met één zin waarop je ja of nee kunt zeggen: is het gedaan?"),
        max_length=WHAT_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    due_on = forms.DateField(
        label=_("Uiterlijk wanneer?"), widget=forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    )
    conditions = forms.CharField(
        label=_("Onder welke voorwaarden?"),
        help_text=_("Elke voorwaarde op een nieuwe regel."),
        max_length=CONDITIONS_LENGTH,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ChangeForm(TextForm):
    """`number` is the version that was read."""

    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)


class ProposeForm(TextForm):
    """Who promises, to whom, and which seats sign besides these two."""

    promisor = forms.ChoiceField(label=_("Wie belooft het?"))
    promisee = forms.ChoiceField(label=_("Aan wie?"))
    also_sign = forms.MultipleChoiceField(
        label=_("Wie tekent er nog meer?"),
        help_text=_("Wie belooft en aan wie beloofd wordt, tekenen altijd."),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ["promisor", "promisee", "what", "due_on", "conditions", "also_sign"]

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        seats = list(seats)
        for name in ("promisor", "promisee"):
            self.fields[name].choices = [("", _("Kies")), *((s.public_id, named(s)) for s in seats)]  # type: ignore[attr-defined]
        rows = [(seat.public_id, f"{named(seat)} | {gettext(seat.half)}") for seat in seats]
        self.fields["also_sign"].choices = rows  # type: ignore[attr-defined]


class SignForm(Form):
    number = forms.IntegerField(min_value=1, max_value=BIGGEST, widget=forms.HiddenInput)
    on_paper = forms.BooleanField(label=_("Ik tekende al op papier"), required=False)


class MissForm(Form):
    why_not = forms.CharField(
        label=_("Waarom lukte het niet?"),
        help_text=_("Eén zin. Zo leren anderen ervan."),
        max_length=WHY_LENGTH,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ListForm(forms.Form):
    """What the list of agreements shows."""

    stand = forms.ChoiceField(
        label=_("Stand"),
        required=False,
        choices=[
            ("", _("Wat nog loopt")),
            ("te-laat", _("Te laat")),
            ("tekenen", _("Wacht op handtekeningen")),
            ("loopt", _("Loopt")),
            ("gedaan", _("Gedaan")),
            ("niet-gehaald", _("Niet gehaald")),
            ("ingetrokken", _("Ingetrokken of vervallen")),
            ("alles", _("Alles")),
        ],
    )
    helft = forms.ChoiceField(
        label=_("Helft"),
        required=False,
        choices=[("", _("Alle helften")), *((half, _(word)) for half, word in HALF_CHOICES)],
    )
    gebied = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    partij = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)


def named(seat: Any) -> str:
    """A seat with the name of who sits in it: *Bas Roelvink, eigenaar, Kwekerij De Esch*."""
    holder = getattr(seat, "holder", None)
    return f"{holder}, {seat.label}" if holder else str(seat.label)
