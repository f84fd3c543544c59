"""The three questions. Shape only; what may be told is decided in the rooms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from middenstip.kernel.half import Half
from middenstip.web.shared.place_form import PlaceForm

TOLD_AS = [
    (Half.RESIDENTS.value, _("Bewoner")),
    (Half.BUSINESS.value, _("Ondernemer")),
    (Half.GOVERNMENT.value, _("Iemand van de overheid")),
]
POINTS = ("fixed", "negotiable", "open")


def _text(label: Any, rows: int, longest: int, hint: Any = "", required: bool = True) -> forms.CharField:
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(
        label=label, max_length=longest, widget=area, help_text=hint, required=required, strip=True
    )


class IdeaForm(PlaceForm):
    """For whoever has a seat: the hat says for which half."""

    title = forms.CharField(label=_("Geef je idee een korte naam"), max_length=100)
    what = _text(_("Wat wil je doen?"), 4, 2000, _("Schrijf het zoals je het aan een buur vertelt."))
    why = _text(_("Waarom wil je dit?"), 3, 2000, _("Wat wordt er beter, en voor wie?"), required=False)
    fixed = _text(_("Vast"), 2, 1000, _("Hier praat ik niet over."), required=False)
    negotiable = _text(_("Bespreekbaar"), 2, 1000, _("Hier kan ik over praten."), required=False)
    open = _text(_("Open"), 2, 1000, _("Dit mogen anderen invullen."), required=False)

    field_order = ("what", "title", "where", "area", "lon", "lat", "why", *POINTS, "themes", "is_hybrid")


class SeatlessForm(IdeaForm):
    """For somebody who is logged in but does not speak for a half yet."""

    half = forms.ChoiceField(
        label=_("Je vertelt dit als"),
        choices=TOLD_AS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=Half.RESIDENTS.value,
    )


class VisitorForm(SeatlessForm):
    """For a visitor: also name and address."""

    name = forms.CharField(
        label=_("Je naam"), max_length=80, widget=forms.TextInput(attrs={"autocomplete": "name"})
    )
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        max_length=254,
        help_text=_("Niemand anders ziet je e-mailadres."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
