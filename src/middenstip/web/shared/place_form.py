"""The fields for the place and themes of an idea, shared by the forms to submit and to change it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.utils.choices import BlankChoiceIterator
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.selectors import area_by_code
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.initiatives.services import MOST_THEMES, Spot
from middenstip.kernel.verdict import Invalid
from middenstip.web.shared.forms import Form
from middenstip.web.shared.look import the_look
from middenstip.web.shared.place_choices import only_city, spots
from middenstip.web.shared.places import pick_map
from middenstip.web.shared.theme_field import ThemesField

SPOT, SOMEWHERE, NOWHERE = "plek", "wijk", "geen"
WHERE = [
    (SPOT, _lazy("Ik weet een plek | Kies hieronder de wijk of buurt waar die ligt.")),
    (SOMEWHERE, _lazy("Ergens in een wijk of dorp | Je kiest alleen de wijk of het dorp.")),
    (NOWHERE, _lazy("Nog geen plek | Dat is prima. We zoeken samen.")),
]


class PlaceForm(Form):
    """Place, themes and whether it earns money. A click on the map fills `lon` and `lat`."""

    where = forms.ChoiceField(label=_lazy("Waar?"), choices=WHERE, widget=forms.RadioSelect, initial=NOWHERE)
    area = forms.ChoiceField(label=_lazy("Welke wijk, welk dorp of welke buurt?"), required=False)
    lon = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=3, max_value=8)
    lat = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=50, max_value=54)
    themes = ThemesField(
        label=_lazy("Waar gaat het over?"), help_text=_lazy("Kies er hooguit drie."), required=False
    )
    is_hybrid = forms.BooleanField(label=_lazy("Ik wil er ook geld mee verdienen."), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["themes"].offer(the_look().themes, self.initial.get("themes") or ())  # type: ignore[attr-defined]
        places, now = spots(), self.initial.get("area")
        if now and not any(now == code for _wijk, some in places for code, _name in some):
            places.insert(0, ("", [(now, self.initial["area_name"])]))  # a merged area may stay
        # An iterator, because Django inspects a list of hundreds of choices to see whether it is one.
        self.fields["area"].choices = BlankChoiceIterator(places, [("", _("Kies een wijk of buurt"))])  # type: ignore[attr-defined]

    @property
    def map(self) -> SafeString:
        """The map for choosing the place; empty on a platform for several gemeenten."""
        return pick_map(only_city())

    def clean_themes(self) -> list[str]:
        themes: list[str] = self.cleaned_data["themes"]
        if len(themes) > MOST_THEMES:
            raise forms.ValidationError(_("Kies er hooguit drie."))
        return themes

    def clean(self) -> dict[str, Any]:
        """A place needs an area; a point needs both coordinates."""
        told = super().clean() or {}
        if told.get("where") in (SPOT, SOMEWHERE) and not told.get("area") and "area" not in self.errors:
            self.add_error("area", _("Kies de wijk, het dorp of de buurt. Of kies ‘Nog geen plek’."))
        return told


def spot_of(told: Mapping[str, Any], otherwise: Callable[[], Area | None]) -> Spot:
    """The place in a valid form; without an area that of `otherwise`. Raises `Invalid`."""
    area = area_by_code(told["area"]) if told["area"] else otherwise()
    if area is None:
        raise Invalid({"area": "Deze wijk of buurt kennen we niet. Kies een andere."})
    lon, lat = told["lon"], told["lat"]
    is_point = told["where"] == SPOT and lon is not None and lat is not None
    return Spot(area, told["where"] != NOWHERE, (lon, lat) if is_point else None)


def place_of(initiative: Initiative) -> dict[str, Any]:
    """The initial values of the fields."""
    is_whole = initiative.area_id == initiative.municipality_id
    return {
        "where": SPOT if initiative.lon is not None else SOMEWHERE if initiative.has_place else NOWHERE,
        "area": "" if is_whole else initiative.area.code,
        "area_name": initiative.area.name,
        "lon": initiative.lon,
        "lat": initiative.lat,
        "themes": [one.theme for one in initiative.themes.all()],
        "is_hybrid": initiative.is_hybrid,
    }
