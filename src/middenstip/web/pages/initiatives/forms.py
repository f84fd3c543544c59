"""The forms of an initiative. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.lifecycle import AROUND
from middenstip.domain.initiatives.models.ask import Size
from middenstip.domain.initiatives.models.initiative import OUTCOMES
from middenstip.domain.parties.models import Organisation
from middenstip.kernel.half import Half
from middenstip.web.shared.fields import Day, Text, Title
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_form import PlaceForm
from middenstip.web.shared.reins_tick import ReinsTick

LONG = 2000
HALVES = [(half.value, _lazy(half.word)) for half in Half]


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


class PartyForm(Form):
    """A party that belongs to the initiative: one that is known here, or a group in own words."""

    organisation = forms.ChoiceField(label=_lazy("Welke organisatie?"), required=False)
    name = Title(
        label=_lazy("Staat ze er niet bij? Schrijf welke groep of organisatie het is"),
        max_length=80,
        required=False,
        help_text=_lazy("Geen naam van een mens. Bijvoorbeeld: ouders van de school, de ijsclub."),
    )
    half = forms.ChoiceField(
        label=_lazy("Bij welke helft hoort ze?"),
        choices=HALVES,
        required=False,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        help_text=_lazy("Koos de organisatie hier al een helft, dan geldt die."),
    )
    found = Title(
        label=_lazy("Hoe vond je ze?"),
        max_length=200,
        required=False,
        help_text=_lazy("Bijvoorbeeld: ze onderhouden het veldje ernaast."),
    )
    reached = Title(
        label=_lazy("Hoe bereik je ze?"),
        max_length=200,
        required=False,
        help_text=_lazy("Langs geweest, gebeld, via de school. Zonder namen en nummers."),
    )

    def __init__(
        self, *args: Any, organisations: Iterable[tuple[Organisation, str]], asks_tick: bool, **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.by_id = {one.public_id: one for one, _half in organisations}
        named = [(key, one.name) for key, one in self.by_id.items()]
        self.fields["organisation"].choices = [("", _("Nog niet bekend hier")), *named]  # type: ignore[attr-defined]
        if asks_tick:
            self.fields["shares_reins"] = ReinsTick()


class StandForm(Form):
    """How far a party is, and what is written about it."""

    state = forms.ChoiceField(label=_lazy("Hoe staat het?"), widget=forms.RadioSelect)
    why_not = Title(
        label=_lazy("Wil niet, want"),
        max_length=200,
        required=False,
        help_text=_lazy("Alleen als ze niet willen. Dit is openbaar."),
    )
    half = forms.ChoiceField(
        label=_lazy("Bij welke helft hoort ze?"),
        choices=HALVES,
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        help_text=_lazy("Koos de organisatie hier al een helft, dan geldt die."),
    )
    found = Title(label=_lazy("Hoe vond je ze?"), max_length=200, required=False)
    reached = Title(
        label=_lazy("Hoe bereikte je ze?"),
        max_length=200,
        required=False,
        help_text=_lazy("Langs geweest, gebeld, via de school. Zonder namen en nummers."),
    )

    def __init__(self, *args: Any, state: str, **more: Any) -> None:
        super().__init__(*args, **more)
        words = {one: _(AROUND.words[one]) for one in (state, *AROUND.acts(state))}
        self.fields["state"].choices = list(words.items())  # type: ignore[attr-defined]


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
