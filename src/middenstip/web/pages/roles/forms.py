"""The form to grant a role. Shape only."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.parties.rules import ROLES
from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Address, Line, Title
from middenstip.web.shared.forms import Form

NONE = "geen"


class GiveForm(Form):
    """A person, their function, and the role if there is one."""

    role = forms.ChoiceField(
        label=_lazy("Welke rol?"),
        choices=[
            *((role.key, _lazy(role.word)) for role in ROLES.values()),
            (NONE, _lazy("geen rol, alleen de functie")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    name = Line(label=_lazy("Naam"), max_length=80)
    email = Address(
        label=_lazy("E-mailadres"),
        max_length=254,
        help_text=_lazy("Daarmee logt deze persoon in. Niemand anders ziet het."),
    )
    title = Title(label=_lazy("Functie"), max_length=80, help_text=_lazy("Zoals: gebiedsregisseur."))
    organisation = Title(label=_lazy("Organisatie"), max_length=120)
    half = forms.ChoiceField(
        label=_lazy("Voor welke helft speelt die organisatie hier?"),
        choices=[
            (Half.RESIDENTS.value, _lazy("Bewoners")),
            (Half.GOVERNMENT.value, _lazy("Overheid")),
            (Half.BUSINESS.value, _lazy("Ondernemers")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    reason = Title(
        label=_lazy("Waarom past die helft bij de organisatie?"),
        max_length=200,
        help_text=_lazy(
            "In één zin. Koos de organisatie hier al een helft, dan blijft haar eigen reden staan."
        ),
    )
