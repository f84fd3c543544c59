"""The forms of an application. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts


class ApplicationForm(Form):
    """An organisation, the function of who asks, and the half with the reason."""

    organisation = Title(label=_lazy("Hoe heet je organisatie of dorpsraad?"), max_length=120)
    title = Title(label=_lazy("Wat doe jij daar?"), max_length=80, help_text=_lazy("Zoals: voorzitter."))
    area = forms.ChoiceField(label=_lazy("Waar werken jullie?"))
    half = forms.ChoiceField(
        label=_lazy("Bij welke helft horen jullie?"),
        choices=[
            (Half.RESIDENTS.value, _lazy("Bewoners")),
            (Half.GOVERNMENT.value, _lazy("Overheid")),
            (Half.BUSINESS.value, _lazy("Ondernemers")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    reason = Title(label=_lazy("Waarom past die helft?"), max_length=300, help_text=_lazy("In één zin."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [(code, name) for _city, code, name in districts()]  # type: ignore[attr-defined]


class RefuseForm(Form):
    """Why not."""

    answer = Text(label=_lazy("Waarom niet?"), max_length=300, help_text=_lazy("De aanvrager leest dit."))
