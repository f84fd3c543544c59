"""The forms of *Mijn*."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Line
from middenstip.web.shared.forms import Form


class SeatForm(Form):
    """For whom do you speak, and where?"""

    half = forms.ChoiceField(
        label=_lazy("Je doet mee als"),
        choices=[
            (Half.RESIDENTS.value, _lazy("Bewoner | Je woont hier.")),
            (Half.BUSINESS.value, _lazy("Ondernemer | Je hebt hier een bedrijf.")),
            (
                Half.GOVERNMENT.value,
                _lazy("Iemand van de overheid | Je werkt voor de gemeente of het rijk."),
            ),
        ],
        widget=forms.RadioSelect,
    )
    area = forms.ChoiceField(label=_lazy("In welke wijk of welk dorp?"))

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = places  # type: ignore[attr-defined]


class NameForm(Form):
    name = Line(
        label=_lazy("Je naam"),
        max_length=80,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _lazy("Vul een naam in. Een voornaam is genoeg.")},
    )


class EraseForm(Form):
    sure = forms.BooleanField(
        label=_lazy("Ja, wis mijn naam, mijn e-mailadres en mijn passkeys. Ik weet dat dit niet terug kan."),
        error_messages={"required": _lazy("Zet eerst het vinkje.")},
    )
