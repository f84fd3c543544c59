"""The form for an idea that came on paper: a field for each question of the sheet (`submit/paper.html`)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.services import MOST_THEMES, REINS
from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Address, Line, Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import homes
from middenstip.web.shared.theme_field import ThemesField

TOLD_AS = [
    (Half.RESIDENTS.value, _lazy("Bewoner")),
    (Half.BUSINESS.value, _lazy("Ondernemer")),
    (Half.GOVERNMENT.value, _lazy("Iemand van de overheid")),
]


class PaperForm(Form):
    """The person, the three questions, and what else stands on the sheet."""

    name = Line(label=_lazy("Naam"), max_length=80)
    email = Address(
        label=_lazy("E-mailadres"),
        max_length=254,
        required=False,
        help_text=_lazy(
            "We vragen het dan eerst in een mail. Geen e-mail? Laat dit leeg. Jij belt of schrijft."
        ),
    )
    phone = Line(
        label=_lazy("Telefoonnummer"),
        max_length=30,
        required=False,
        widget=forms.TextInput(attrs={"type": "tel"}),
        help_text=_lazy("Alleen als er geen e-mailadres is. Alleen de balie ziet het."),
    )
    half = forms.ChoiceField(
        label=_lazy("Vertelt dit als"),
        choices=TOLD_AS,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=Half.RESIDENTS.value,
    )
    home = forms.ChoiceField(label=_lazy("Waar woont deze persoon?"), required=False)
    title = Title(label=_lazy("Korte naam van het idee"), max_length=100)
    what = Text(
        label=_lazy("Wat wil deze persoon doen?"),
        rows=4,
        max_length=2000,
        help_text=_lazy("In de eigen woorden."),
    )
    area = forms.ChoiceField(label=_lazy("Waar?"), help_text=_lazy("Nog geen plek? Kies de hele gemeente."))
    spot = Title(
        label=_lazy("Welke plek precies?"),
        max_length=120,
        required=False,
        help_text=_lazy("Komt als laatste regel bij het idee."),
    )
    why = Text(label=_lazy("Waarom?"), max_length=2000, required=False)
    fixed = Text(label=_lazy("Vast"), rows=2, max_length=1000, required=False)
    negotiable = Text(label=_lazy("Bespreekbaar"), rows=2, max_length=1000, required=False)
    open = Text(label=_lazy("Open"), rows=2, max_length=1000, required=False)
    themes = ThemesField(label=_lazy("Waar gaat het over?"), required=False)
    is_hybrid = forms.BooleanField(label=_lazy("Wil er ook geld mee verdienen."), required=False)

    def __init__(self, *args: Any, areas: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = [("", _("Kies een plek")), *areas]  # type: ignore[attr-defined]
        self.fields["home"].choices = homes()  # type: ignore[attr-defined]

    def clean_themes(self) -> list[str]:
        themes: list[str] = self.cleaned_data["themes"]
        if len(themes) > MOST_THEMES:
            raise forms.ValidationError(_("Kies er hooguit drie."))
        return themes

    def clean(self) -> dict[str, Any]:
        """Somebody with an address gives a phone number themselves, later, in their case."""
        told = super().clean() or {}
        if told.get("email") and told.get("phone"):
            self.add_error("phone", _("Kies: een e-mailadres of een telefoonnummer."))
        return told

    def idea(self) -> dict[str, Any]:
        """What was told, as arguments of the journey that keeps it."""
        told = self.cleaned_data
        texts = {key: told[key] for key in ("title", "what", "why")}
        if told["spot"]:
            texts["what"] += "\n\n" + _("Plek: %(spot)s") % {"spot": told["spot"]}
        return {
            "half": Half(told["half"]),
            "texts": texts,
            "reins": {key: told[key] for key in REINS},
            "themes": told["themes"],
            "is_hybrid": told["is_hybrid"],
        }
