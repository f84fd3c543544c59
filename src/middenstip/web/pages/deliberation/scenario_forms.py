"""The forms of scenarios: to write one, and to say what you find of it. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.deliberation.lifecycle import LIKES
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    EFFECT_LENGTH,
    QUESTION_LENGTH,
    SCENARIO_LENGTH,
)
from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form


def _effect(label: Any) -> Title:
    return Title(label=label, max_length=EFFECT_LENGTH)


class ScenarioForm(Form):
    title = Title(label=_lazy("Hoe heet dit scenario?"), max_length=QUESTION_LENGTH)
    text = Text(label=_lazy("Wat gebeurt er dan?"), max_length=SCENARIO_LENGTH, rows=4)
    bewoners_brings = _effect(_lazy("Wat brengt het bewoners?"))
    bewoners_costs = _effect(_lazy("Wat kost het bewoners?"))
    overheid_brings = _effect(_lazy("Wat brengt het de overheid?"))
    overheid_costs = _effect(_lazy("Wat kost het de overheid?"))
    ondernemers_brings = _effect(_lazy("Wat brengt het ondernemers?"))
    ondernemers_costs = _effect(_lazy("Wat kost het ondernemers?"))
    gains = _effect(_lazy("Voor wie is dit goed?"))
    gives_in = _effect(_lazy("Wie levert in?"))

    @property
    def told(self) -> dict[str, Any]:
        """What the service takes."""
        data = self.cleaned_data
        return {
            **{name: data[name] for name in ("title", "text", "gains", "gives_in")},
            "effects": {half.value: (data[f"{half}_brings"], data[f"{half}_costs"]) for half in Half},
        }


class LikeForm(Form):
    choice = forms.ChoiceField(
        label=_lazy("Wat vind je ervan?"),
        choices=[(key, _lazy(word)) for key, word in LIKES.items()],
        widget=forms.RadioSelect,
    )
    words = Title(
        label=_lazy("Waarom?"),
        help_text=_lazy("Eén zin. Iedereen kan hem lezen, zonder je naam."),
        max_length=CONDITION_LENGTH,
        required=False,
    )
