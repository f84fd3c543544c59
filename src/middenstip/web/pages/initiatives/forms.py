"""The forms on and behind an initiative's page. Shape only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext_lazy as _

from middenstip.domain.initiatives.models.initiative import OUTCOMES
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_form import PlaceForm

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


def text(label: StrOrPromise, rows: int = 3, longest: int = 2000, **more: object) -> forms.CharField:
    """A text of several lines."""
    area = forms.Textarea(attrs={"rows": rows})
    return forms.CharField(label=label, max_length=longest, widget=area, **more)  # type: ignore[arg-type]


class HelpForm(Form):
    """Ik wil helpen: what you bring, hope for and worry about."""

    brings = text(_("Wat kun je doen?"), longest=500, help_text=_("Een uur, een schep, kennis, een plek."))
    gets = text(_("Wat hoop je eraan te hebben?"), rows=2, longest=500, required=False)
    fears = text(_("Waar maak je je zorgen over?"), rows=2, longest=500, required=False)
    has_read = forms.BooleanField(label=_("Ik heb gelezen wat vastligt."), required=False)


class IdeaForm(PlaceForm):
    """Aim and approach, the place and what it is about. `version` is the one that was shown."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=1_000_000)
    title = forms.CharField(label=_("Naam van je idee"), max_length=100)
    what = text(_("Wat wil je doen?"), rows=5)
    why = text(_("Waarom wil je dit?"), rows=4, required=False)
    motto = forms.CharField(label=_("Motto"), max_length=80, required=False)

    field_order = ("title", "what", "why", "motto", "where", "area", "lon", "lat", "themes", "is_hybrid")


class ReinsForm(Form):
    """The regie-kaart: one point a line. `number` is the version that was shown, 0 for none."""

    number = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=1_000_000)
    fixed = text(
        _("Vast"),
        longest=1000,
        required=False,
        help_text=_("Hier praat je niet over. Eén punt per regel."),
    )
    negotiable = text(
        _("Bespreekbaar"),
        longest=1000,
        required=False,
        help_text=_("Hier kun je over praten. Eén punt per regel."),
    )
    open = text(
        _("Open"),
        longest=1000,
        required=False,
        help_text=_("Dit mogen anderen invullen. Eén punt per regel."),
    )


class NewsForm(Form):
    text = text(_("Hoe gaat het?"), help_text=_("Wie dit initiatief volgt, krijgt dit te lezen."))


class TableForm(Form):
    """Open a table."""

    title = forms.CharField(label=_("Naam van de opgave"), max_length=100)
    question = text(
        _("Waar gaat het over?"), longest=1000, help_text=_("De vraag waar jullie samen uit komen.")
    )
    sit_down = forms.BooleanField(label=_("Ik schuif zelf ook aan."), required=False, initial=True)


class StopForm(Form):
    lesson = text(_("Waarom stop je?"), help_text=_("Eén zin is genoeg. Daar leert een ander van."))


class FinishForm(Form):
    outcome = forms.ChoiceField(
        label=_("Hoe liep het af?"),
        choices=[(value, _(word)) for value, word in OUTCOMES],
        widget=forms.RadioSelect,
    )
    lesson = text(_("Wat leerden jullie?"), required=False)
