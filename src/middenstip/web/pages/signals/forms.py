"""The forms about signals and policy. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.domain.signals.lifecycle import DEFAULTS, KINDS, MOST_HOURS, OUTCOMES, POLICIES
from middenstip.domain.signals.models import Signal
from middenstip.web.shared.fields import Line, Text, Title, WrittenSeveral
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts

_in_words = lazy(_, str)


def _words(table: dict[str, str]) -> list[tuple[str, Any]]:
    return [(key, _in_words(word)) for key, word in table.items()]


def places() -> list[tuple[str, str]]:
    return [("", _("Kies een plek")), *((code, name) for _city, code, name in districts())]


class SignalForm(Form):
    """What holds somebody up."""

    kind = forms.ChoiceField(
        label=_lazy("Wat houdt je tegen?"), choices=_words(KINDS), widget=forms.RadioSelect
    )
    title = Title(label=_lazy("Zeg het in één zin"), max_length=120)
    text = Text(label=_lazy("Wat gebeurt er dan?"), max_length=2000, rows=4)
    area = forms.ChoiceField(label=_lazy("Waar?"))
    hours_lost = forms.IntegerField(
        label=_lazy("Hoeveel uur ben je hieraan kwijt?"),
        min_value=0,
        max_value=MOST_HOURS,
        required=False,
        help_text=_lazy("Een schatting is genoeg. Weet je het niet, laat dit dan leeg."),
    )
    rule = Title(
        label=_lazy("Welke regel is het?"),
        max_length=300,
        required=False,
        help_text=_lazy("Alleen als het om een regel gaat."),
    )
    source = Line(label=_lazy("Waar staat die regel?"), max_length=300, required=False)
    default = forms.ChoiceField(
        label=_lazy("Hoe is de regel nu?"),
        choices=[("", _lazy("Weet ik niet")), *_words(DEFAULTS)],
        required=False,
    )
    proposal = Title(label=_lazy("Hoe kan het anders?"), max_length=600, required=False)
    about_person = forms.ChoiceField(
        label=_lazy("Gaat dit over een persoon?"),
        choices=[("nee", _lazy("Nee")), ("ja", _lazy("Ja"))],
        initial="nee",
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = places()  # type: ignore[attr-defined]


class JoinForm(Form):
    """I meet this too."""

    hours_lost = forms.IntegerField(
        label=_lazy("Hoeveel uur ben je hieraan kwijt?"), min_value=0, max_value=MOST_HOURS, required=False
    )


class AddressForm(Form):
    """Which seat answers."""

    to = forms.ChoiceField(label=_lazy("Wie antwoordt?"))

    def __init__(self, *args: Any, seats: Iterable[Seat], **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(seat.public_id, seat.label) for seat in seats]
        self.fields["to"].choices = [("", _("Kies een zetel")), *chosen]  # type: ignore[attr-defined]


class BundleForm(Form):
    """Which signal is the same."""

    into = forms.ChoiceField(label=_lazy("Welk signaal is hetzelfde?"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, signals: Iterable[Signal], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["into"].choices = [(one.public_id, one.title) for one in signals]  # type: ignore[attr-defined]


class AnswerForm(Form):
    """Adapted, an exception, or it stays because."""

    outcome = forms.ChoiceField(
        label=_lazy("Wat is je antwoord?"), choices=_words(OUTCOMES), widget=forms.RadioSelect
    )
    text = Text(
        label=_lazy("Waarom?"),
        max_length=2000,
        rows=4,
        help_text=_lazy("Iedereen die dit meldde, krijgt dit."),
    )


class ReopenForm(Form):
    """Why the answer is not right."""

    why = Text(label=_lazy("Waarom klopt dit antwoord niet?"), max_length=1000)


class PolicyForm(Form):
    """New policy, and the initiatives it touches."""

    kind = forms.ChoiceField(
        label=_lazy("Wat is er nieuw?"), choices=_words(POLICIES), widget=forms.RadioSelect
    )
    title = Title(label=_lazy("Titel"), max_length=120)
    text = Text(label=_lazy("Wat verandert er?"), max_length=2000, rows=4)
    source = Line(label=_lazy("Waar staat het?"), max_length=300, required=False)
    initiatives = WrittenSeveral(
        label=_lazy("Welke initiatieven raakt dit?"),
        required=False,
        help_text=_lazy("Zij krijgen bericht, en zeggen wat het voor hen betekent."),
    )

    def __init__(self, *args: Any, initiatives: Iterable[Initiative], **more: Any) -> None:
        super().__init__(*args, **more)
        chosen = [(one.public_id, one.title) for one in initiatives]
        self.fields["initiatives"].choices = chosen  # type: ignore[attr-defined]


class PolicyAnswerForm(Form):
    """What it means for one initiative."""

    answer = Text(label=_lazy("Wat betekent dit voor jullie?"), max_length=1000)
