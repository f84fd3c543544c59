"""The three questions. Shape only; what may be told is decided in the rooms."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from middenstip.domain.initiatives.models.theme import THEME_CHOICES
from middenstip.kernel.half import Half
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import spots

SPOT, SOMEWHERE, NOWHERE = "plek", "wijk", "geen"
WHERE = [
    (SPOT, _("Ik weet een plek | Kies hieronder de wijk of buurt waar die ligt.")),
    (SOMEWHERE, _("Ergens in een wijk of dorp | Je kiest alleen de wijk of het dorp.")),
    (NOWHERE, _("Nog geen plek | Dat is prima. We zoeken samen.")),
]
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


class IdeaForm(Form):
    """For whoever has a seat: the hat says for which half."""

    title = forms.CharField(label=_("Geef je idee een korte naam"), max_length=100)
    what = _text(_("Wat wil je doen?"), 4, 2000, _("Schrijf het zoals je het aan een buur vertelt."))
    where = forms.ChoiceField(label=_("Waar?"), choices=WHERE, widget=forms.RadioSelect, initial=NOWHERE)
    area = forms.ChoiceField(label=_("Welke wijk, welk dorp of welke buurt?"), required=False)
    lon = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=3, max_value=8)
    lat = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=50, max_value=54)
    why = _text(_("Waarom wil je dit?"), 3, 2000, _("Wat wordt er beter, en voor wie?"), required=False)
    fixed = _text(_("Vast"), 2, 1000, _("Hier praat ik niet over."), required=False)
    negotiable = _text(_("Bespreekbaar"), 2, 1000, _("Hier kan ik over praten."), required=False)
    open = _text(_("Open"), 2, 1000, _("Dit mogen anderen invullen."), required=False)
    themes = forms.MultipleChoiceField(
        label=_("Waar gaat het over?"),
        choices=[(slug, _(word)) for slug, word in THEME_CHOICES],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ms-keuzes--rij"}),
        help_text=_("Kies er hooguit drie."),
        required=False,
    )
    is_hybrid = forms.BooleanField(label=_("Ik wil er ook geld mee verdienen."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [("", _now("Kies een wijk of buurt")), *spots()]  # type: ignore[attr-defined]

    def clean_themes(self) -> list[str]:
        themes: list[str] = self.cleaned_data["themes"]
        if len(themes) > 3:
            raise forms.ValidationError(_now("Kies er hooguit drie."))
        return themes

    def clean(self) -> dict[str, Any]:
        """A place needs an area; half a point is no point."""
        told = super().clean() or {}
        if told.get("where") in (SPOT, SOMEWHERE) and not told.get("area") and "area" not in self.errors:
            self.add_error("area", _now("Kies de wijk, het dorp of de buurt. Of kies ‘Nog geen plek’."))
        return told

    @property
    def point(self) -> tuple[float, float] | None:
        """Longitude and latitude, when a spot on the map was chosen."""
        lon, lat = self.cleaned_data.get("lon"), self.cleaned_data.get("lat")
        on_map = self.cleaned_data["where"] == SPOT and lon is not None and lat is not None
        return (lon, lat) if on_map else None  # type: ignore[return-value]


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
