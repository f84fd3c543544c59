"""The forms of an initiative. Shape only."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models.ask import Size
from middenstip.domain.initiatives.models.initiative import OUTCOMES
from middenstip.web.shared.fields import Day, Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_form import PlaceForm

LONG = 2000


class HelpForm(Form):
    """Ik wil helpen: what you bring, hope for and worry about."""

    brings = Text(
        label=_lazy("Wat kun je doen?"),
        max_length=500,
        help_text=_lazy("Een uur, een schep, kennis, een plek."),
    )
    gets = Text(label=_lazy("Wat hoop je eraan te hebben?"), rows=2, max_length=500, required=False)
    fears = Text(label=_lazy("Waar maak je je zorgen over?"), rows=2, max_length=500, required=False)
    has_read = forms.BooleanField(label=_lazy("Ik heb gelezen wat vastligt."), required=False)


class IdeaForm(PlaceForm):
    """Texts, place, themes. `version` is the one that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1_000_000)
    title = Title(label=_lazy("Naam van je idee"), max_length=100)
    what = Text(label=_lazy("Wat wil je doen?"), rows=5, max_length=LONG)
    why = Text(label=_lazy("Waarom wil je dit?"), rows=4, max_length=LONG, required=False)
    motto = Title(label=_lazy("Motto"), max_length=80, required=False)

    field_order = ("title", "what", "why", "motto", "where", "area", "lon", "lat", "themes", "is_hybrid")


class ReinsForm(Form):
    """The regie-kaart: one point per line. `number` is the version that was shown, 0 for none."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    fixed = Text(
        label=_lazy("Vast"),
        max_length=1000,
        required=False,
        help_text=_lazy("Hier praat je niet over. Eén punt per regel."),
    )
    negotiable = Text(
        label=_lazy("Bespreekbaar"),
        max_length=1000,
        required=False,
        help_text=_lazy("Hier kun je over praten. Eén punt per regel."),
    )
    open = Text(
        label=_lazy("Open"),
        max_length=1000,
        required=False,
        help_text=_lazy("Dit mogen anderen invullen. Eén punt per regel."),
    )


class NewsForm(Form):
    text = Text(
        label=_lazy("Hoe gaat het?"),
        max_length=LONG,
        help_text=_lazy("Wie dit initiatief volgt, krijgt dit te lezen."),
    )


class AskForm(Form):
    """A concrete question for help."""

    text = Title(
        label=_lazy("Wat is er nodig?"),
        max_length=120,
        help_text=_lazy("Begin met een werkwoord: leen, tel, maak, bel."),
    )
    size = forms.TypedChoiceField(
        label=_lazy("Hoe lang duurt het?"),
        choices=[(value, _lazy(word)) for value, word in Size.choices],
        coerce=int,
        widget=forms.RadioSelect,
    )
    until_on = Day(label=_lazy("Tot en met"), help_text=_lazy("Daarna verdwijnt je vraag vanzelf."))


class TableForm(Form):
    """Open a table."""

    title = Title(label=_lazy("Naam van de opgave"), max_length=100)
    question = Text(
        label=_lazy("Waar gaat het over?"),
        max_length=1000,
        help_text=_lazy("De vraag waar jullie samen uit komen."),
    )
    reach = forms.ChoiceField(
        label=_lazy("Voor wie is de tafel?"),
        choices=[
            ("", _lazy("Het gebied van het initiatief")),
            ("wijk", _lazy("De wijk")),
            ("gemeente", _lazy("De hele gemeente")),
        ],
        required=False,
    )
    sit_down = forms.BooleanField(label=_lazy("Ik schuif zelf ook aan."), required=False, initial=True)


class ThrowAwayForm(Form):
    """A form without fields: only a button to confirm."""


class StopForm(Form):
    lesson = Text(
        label=_lazy("Waarom stop je?"),
        max_length=LONG,
        help_text=_lazy("Eén zin is genoeg. Daar leert een ander van."),
    )


class FinishForm(Form):
    outcome = forms.ChoiceField(
        label=_lazy("Hoe liep het af?"),
        choices=[(value, _lazy(word)) for value, word in OUTCOMES],
        widget=forms.RadioSelect,
    )
    lesson = Text(label=_lazy("Wat leerden jullie?"), max_length=LONG, required=False)
