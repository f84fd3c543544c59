"""The forms of needs and offers and of introductions. Shape only."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import THEME_WORDS, Size
from middenstip.domain.matching.lifecycle import ASSETS, CLAIMS, PLACES, SORTS
from middenstip.kernel import clock
from middenstip.web.shared.fields import Day, Line, Text, Title, Written
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import area_groups

USUAL = timedelta(days=90)  # how long a new one runs, unless the writer says otherwise
_SORTS = [(key, _lazy(word)) for key, word in SORTS.items()]
_SIZES = [("", _lazy("weet ik niet")), *((str(size.value), _lazy(size.label)) for size in Size)]
_THEMES = [("", _lazy("geen thema")), *((slug, _lazy(word)) for slug, word in THEME_WORDS.items())]
_PLACES = [("", _lazy("geen plek")), *((key, _lazy(word)) for key, word in PLACES.items())]
_ASSETS = [("", _lazy("iets anders")), *((key, _lazy(word)) for key, word in ASSETS.items())]
_CLAIMS = [("", _lazy("weet ik niet")), *((key, _lazy(word)) for key, word in CLAIMS.items())]


def _places() -> list[Any]:
    """The areas per wijk, read only when the field is shown."""
    return [("", _("Kies een gebied")), *((name, [one[:2] for one in some]) for name, some in area_groups())]


class AreaField(forms.ChoiceField):
    """An area by its code. Whether it exists is for the view, which needs its row anyway."""

    def valid_value(self, value: Any) -> bool:
        return True


class ListingForm(Form):
    """A need or an offer."""

    title = Title(label=_lazy("Wat zoek je?"), max_length=120)
    sort = forms.ChoiceField(
        label=_lazy("Waar gaat het om?"),
        choices=_SORTS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    text = Text(label=_lazy("Vertel er meer over"), rows=4, max_length=2000, required=False)
    area = AreaField(label=_lazy("Waar?"), choices=_places)
    size = forms.TypedChoiceField(
        label=_lazy("Hoe lang duurt het?"), choices=_SIZES, coerce=int, empty_value=None, required=False
    )
    at_what_time = Line(label=_lazy("Wanneer?"), max_length=120, required=False)
    until_on = Day(label=_lazy("Tot en met welke dag?"))
    conditions = Text(label=_lazy("Op welke voorwaarden?"), rows=2, max_length=500, required=False)
    theme = forms.ChoiceField(label=_lazy("Thema"), choices=_THEMES, required=False)
    initiative = Written(label=_lazy("Voor welk initiatief?"), required=False)

    def __init__(self, *args: Any, own: list[tuple[str, str]] | None = None, **kwargs: Any) -> None:
        initial = {"until_on": clock.today() + USUAL} | kwargs.pop("initial", {})
        super().__init__(*args, initial=initial, **kwargs)
        if own:
            self.fields["initiative"].choices = [("", _("Voor mezelf of een ander")), *own]  # type: ignore[attr-defined]
        else:
            del self.fields["initiative"]


class OfferForm(ListingForm):
    """An offer; of a free plot or room also how large it is and how people reach it."""

    title = Title(label=_lazy("Wat bied je aan?"), max_length=120)
    asset = forms.ChoiceField(
        label=_lazy("Wat voor aanbod is het?"),
        choices=_ASSETS,
        required=False,
        help_text=_lazy("Zo vinden mensen wat er in de buurt al is."),
    )
    claim = forms.ChoiceField(label=_lazy("Wat geldt voor jou?"), choices=_CLAIMS, required=False)
    place_kind = forms.ChoiceField(
        label=_lazy("Is het een vrije plek?"),
        choices=_PLACES,
        required=False,
        help_text=_lazy("Alleen als je ruimte aanbiedt."),
    )
    square_metres = forms.IntegerField(
        label=_lazy("Hoeveel vierkante meter?"), required=False, min_value=1, max_value=1_000_000
    )
    access = Line(
        label=_lazy("Kan iedereen erbij?"),
        max_length=300,
        required=False,
        help_text=_lazy("Bijvoorbeeld: geen drempel, een toilet voor rolstoelen, bus op 200 meter."),
    )

    field_order = (
        "title",
        "sort",
        "text",
        "asset",
        "claim",
        "place_kind",
        "square_metres",
        "access",
        "area",
        "size",
        "at_what_time",
        "until_on",
        "conditions",
        "theme",
        "initiative",
    )


class AskForm(Form):
    """A few words to the owner."""

    text = Text(label=_lazy("Stel je voor, in een paar zinnen"), max_length=500, required=False)


class MessageForm(Form):
    text = Text(label=_lazy("Jouw bericht"), max_length=2000)


class DealForm(Form):
    """What the two agree."""

    deal = Text(label=_lazy("Wat spreken jullie af?"), max_length=1000)
    due_on = Day(label=_lazy("Uiterlijk wanneer?"))


class ThanksForm(Form):
    """The end of a deal; the figures are an estimate and may stay empty."""

    thanks = Title(label=_lazy("Bedank de ander in één zin"), max_length=200)
    hours = forms.IntegerField(
        label=_lazy("Hoeveel uur was het, ongeveer?"), required=False, min_value=0, max_value=10_000
    )
    goods = forms.IntegerField(
        label=_lazy("Hoeveel waren de spullen waard, in euro’s?"),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )
    euros = forms.IntegerField(
        label=_lazy("Hoeveel geld was het, in euro’s?"), required=False, min_value=0, max_value=1_000_000
    )
