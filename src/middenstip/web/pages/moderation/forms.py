"""The forms of moderation. Shape only."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.moderation.lifecycle import HIDE, KEEP, LONGEST_PAUSE, OUTCOMES
from middenstip.domain.moderation.models import HOUSE_RULES
from middenstip.web.shared.fields import Address, Text
from middenstip.web.shared.forms import Form

_in_words = lazy(_, str)
RULES = [(rule.key, _in_words(rule.title)) for rule in HOUSE_RULES.values()]


class _RuleForm(Form):
    """Every report and decision names a rule and a reason."""

    rule = forms.ChoiceField(label=_lazy("Welke regel?"), choices=RULES, widget=forms.RadioSelect)
    reason = Text(label=_lazy("Waarom?"), max_length=600, help_text=_lazy("Eén zin is genoeg."))


class ReportForm(_RuleForm):
    """A report; the address is optional, and a person with an account needs none."""

    email = Address(
        label=_lazy("E-mailadres"),
        max_length=254,
        required=False,
        help_text=_lazy(
            "Hoeft niet. Vul het in als je het antwoord per mail wilt. De schrijver ziet het niet."
        ),
    )

    def __init__(self, *args: Any, has_account: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if has_account:
            del self.fields["email"]


class DecideForm(_RuleForm):
    """The first decision."""

    outcome = forms.ChoiceField(
        label=_lazy("Wat besluit je?"),
        choices=[(key, _in_words(word)) for key, word in OUTCOMES.items()],
        widget=forms.RadioSelect,
    )
    days = forms.IntegerField(
        label=_lazy("Hoeveel dagen pauze?"),
        min_value=0,
        max_value=LONGEST_PAUSE,
        required=False,
        help_text=_lazy("Alleen bij een pauze. De tekst wordt dan ook verborgen."),
    )
    field_order = ("outcome", "days", "rule", "reason")


class JudgeForm(_RuleForm):
    """The decision after an appeal."""

    outcome = forms.ChoiceField(
        label=_lazy("Wat besluit je?"),
        choices=[
            (HIDE, _lazy("Het besluit blijft zoals het was")),
            (KEEP, _lazy("De tekst komt terug")),
        ],
        widget=forms.RadioSelect,
    )
    field_order = ("outcome", "rule", "reason")


class AppealForm(Form):
    """Why the writer does not agree."""

    text = Text(label=_lazy("Waarom ben je het er niet mee eens?"), max_length=1000)


class SweepForm(_RuleForm):
    """Everything of one person at once."""

    days = forms.IntegerField(label=_lazy("Hoeveel dagen pauze?"), min_value=1, max_value=LONGEST_PAUSE)


class SettingForm(Form):
    """What the area wants."""

    holds_first = forms.BooleanField(
        label=_lazy("Het eerste bericht van een nieuw iemand wacht op nakijken"), required=False
    )
    posts_per_day = forms.IntegerField(
        label=_lazy("Hoeveel berichten mag een persoon per dag plaatsen?"), min_value=1, max_value=500
    )
