"""The forms of support: to ask for it, to answer, and to type in paper. Shape only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.areas.models import Area
from middenstip.domain.deliberation.lifecycle import ANYWHERE, BACKINGS, EVERYWHERE
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    PILE_LENGTH,
    QUESTION_LENGTH,
    TEXT_LENGTH,
    Support,
)
from middenstip.domain.deliberation.rules import MOST_MEMBERS
from middenstip.kernel.half import HALF_CHOICES, Half
from middenstip.web.pages.deliberation.opinion_forms import people
from middenstip.web.shared.fields import Day, Text, Title
from middenstip.web.shared.forms import Form


class SupportForm(Form):
    question = Title(
        label=_lazy("Wat vragen jullie?"),
        initial=_lazy("Steun je dit plan?"),
        max_length=QUESTION_LENGTH,
    )
    text = Text(
        label=_lazy("Wat is het plan?"),
        help_text=_lazy("Schrijf het zo op dat iedereen weet wat er verandert, en wat het kost."),
        max_length=TEXT_LENGTH,
        rows=5,
    )
    places = forms.MultipleChoiceField(
        label=_lazy("Om welke buurten gaat het?"), widget=forms.CheckboxSelectMultiple
    )
    bewoners = people(_lazy("Hoeveel mensen wonen er?"))
    overheid = people(_lazy("Hoeveel mensen van de overheid werken eraan?"))
    ondernemers = people(_lazy("Hoeveel ondernemers werken er?"))
    closes_on = Day(label=_lazy("Tot welke dag kan iedereen antwoorden?"))

    def __init__(self, *args: Any, areas: Iterable[Area], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(area.code, area.name) for area in areas]
        self.fields["places"].choices = choices  # type: ignore[attr-defined]
        self.fields["places"].initial = [code for code, _name in choices]

    @property
    def told(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("question", "text", "places")},
            "members": {half.value: data[half.value] for half in Half},
            "closes_at": timezone.make_aware(datetime.combine(data["closes_on"], time(22))),
        }

    def absorb(self, refusal: Any) -> int:
        errors = getattr(refusal, "errors", {})
        if "closes_at" in errors:
            errors["closes_on"] = errors.pop("closes_at")
        return super().absorb(refusal)


class BackingForm(Form):
    choice = forms.ChoiceField(
        label=_lazy("Steun je dit plan?"),
        choices=[(key, _lazy(word)) for key, word in BACKINGS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    place = forms.ChoiceField(label=_lazy("Waar woon of werk je?"))
    words = Title(
        label=_lazy("Onder welke voorwaarde, of waarom niet?"),
        help_text=_lazy("Eén zin. Iedereen kan hem lezen, zonder je naam."),
        max_length=CONDITION_LENGTH,
        required=False,
    )

    def __init__(self, *args: Any, support: Support, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = place_choices(support.places)  # type: ignore[attr-defined]


class PileForm(Form):
    number = forms.IntegerField(
        label=_lazy("Welk nummer staat er op de stapel?"),
        help_text=_lazy("Eén stapel is van één helft en één buurt."),
        min_value=1,
        max_value=MOST_MEMBERS,
    )
    half = forms.ChoiceField(
        label=_lazy("Van welke helft is de stapel?"),
        choices=[(half, _lazy(word)) for half, word in HALF_CHOICES],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    place = forms.ChoiceField(label=_lazy("Uit welke buurt?"))
    backs = forms.IntegerField(label=_lazy("Hoeveel keer steun?"), min_value=0, max_value=MOST_MEMBERS)
    conditional = forms.IntegerField(
        label=_lazy("Hoeveel keer steun onder voorwaarde?"), min_value=0, max_value=MOST_MEMBERS
    )
    against = forms.IntegerField(label=_lazy("Hoeveel keer tegen?"), min_value=0, max_value=MOST_MEMBERS)
    words = Text(
        label=_lazy("Welke voorwaarden en redenen staan erbij?"),
        help_text=_lazy("Elke op een nieuwe regel. Typ je als tweede? Dan mag dit leeg blijven."),
        max_length=PILE_LENGTH,
        required=False,
        rows=5,
    )

    def __init__(self, *args: Any, support: Support, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["place"].choices = place_choices(support.places)  # type: ignore[attr-defined]


def place_choices(places: Sequence[Mapping[str, Any]]) -> list[tuple[str, str]]:
    """Where somebody lives or works. With one place there is no choice for several."""
    anywhere = [(key, _(word)) for key, word in ANYWHERE.items() if key != EVERYWHERE or len(places) > 1]
    return [("", _("Kies een plek")), *((one["code"], one["name"]) for one in places), *anywhere]
