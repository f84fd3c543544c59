"""The form with what a person shows of themselves."""

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.web.shared.forms import Form


class ProfileForm(Form):
    """Nothing is ticked until the person does so."""

    shows = forms.MultipleChoiceField(
        label=_lazy("Wat laat je zien?"),
        help_text=_lazy("Zet je alles uit, dan is er geen bladzijde over jou."),
        required=False,
        choices=[
            ("portrait", _lazy("Je foto")),
            ("seats", _lazy("Voor wie je praat | Je functie en je organisatie, of je wijk.")),
            ("initiatives", _lazy("Je initiatieven | Alleen wat openbaar is.")),
            ("promises", _lazy("Je beloften | Hoeveel je er deed, en hoeveel er niet lukten.")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
