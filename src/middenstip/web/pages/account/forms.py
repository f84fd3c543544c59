"""Who are you?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from middenstip.web.shared.forms import Form


class JoinForm(Form):
    name = forms.CharField(
        label=_("Je naam"),
        max_length=80,
        help_text=_("Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("Je e-mailadres"),
        max_length=254,
        help_text=_("Niemand anders ziet je e-mailadres."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
