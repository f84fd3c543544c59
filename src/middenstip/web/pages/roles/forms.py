"""Who gets which role. Shape only."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from middenstip.domain.parties.rules import ROLES
from middenstip.kernel.half import Half
from middenstip.web.shared.forms import Form

NONE = "geen"


class GiveForm(Form):
    """A person, the function in which they act, and the role if there is one."""

    role = forms.ChoiceField(
        label=_("Welke rol?"),
        choices=[
            *((role.key, _(role.word)) for role in ROLES.values()),
            (NONE, _("geen rol, alleen de functie")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    name = forms.CharField(label=_("Naam"), max_length=80)
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        help_text=_("Daarmee logt deze persoon in. Niemand anders ziet het."),
    )
    title = forms.CharField(label=_("Functie"), max_length=80, help_text=_("Zoals: gebiedsregisseur."))
    organisation = forms.CharField(label=_("Organisatie"), max_length=120)
    half = forms.ChoiceField(
        label=_("Voor welke helft speelt die organisatie hier?"),
        choices=[
            (Half.RESIDENTS.value, _("Bewoners")),
            (Half.GOVERNMENT.value, _("Overheid")),
            (Half.BUSINESS.value, _("Ondernemers")),
        ],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    reason = forms.CharField(
        label=_("Waarom past die helft bij de organisatie?"),
        max_length=200,
        help_text=_("In één zin. Koos de organisatie hier al een helft, dan blijft haar eigen reden staan."),
    )
