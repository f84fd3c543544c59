"""Two sample forms: one with every kind of field and an error in each, and a filter."""

from __future__ import annotations

from django import forms

from middenstip.web.shared.fields import Address, Line, Text, Title

PLACES = [
    ("plek", "Ik weet een plek | Je wijst hem straks aan op de kaart."),
    ("wijk", "Ergens in een wijk of dorp | Je kiest alleen de wijk of het dorp."),
    ("geen", "Nog geen plek | Dat is prima. We zoeken samen."),
]
THEMES = [("", "Alle thema’s"), ("groen", "Natuur en milieu"), ("wonen", "Huisvesting en wonen")]


class IdeaForm(forms.Form):
    """An idea in three questions, similar to the real form."""

    title = Title(
        label="Wat wil je doen?",
        max_length=100,
        help_text="Schrijf het zoals je het aan een buur vertelt.",
    )
    why = Text(label="Waarom wil je dit?", max_length=2000)
    place = forms.ChoiceField(label="Waar?", choices=PLACES, widget=forms.RadioSelect)
    theme = forms.ChoiceField(label="Thema", choices=THEMES, required=False)
    mail = Address(label="E-mail", help_text="Niemand anders ziet je e-mailadres.")
    agrees = forms.BooleanField(label="Ik heb de regie-kaart gelezen")


class FilterForm(forms.Form):
    """The filter above a list of initiatives."""

    q = Line(label="Zoek", required=False, widget=forms.TextInput(attrs={"type": "search"}))
    theme = forms.ChoiceField(label="Thema", choices=THEMES, required=False)
    half = forms.ChoiceField(
        label="Helft", choices=[("", "Alle helften"), ("bewoners", "Bewoners")], required=False
    )


def with_mistakes() -> IdeaForm:
    """The form as sent with nearly every field empty."""
    return IdeaForm({"title": "", "mail": "geen adres"}, auto_id="vb_%s")
