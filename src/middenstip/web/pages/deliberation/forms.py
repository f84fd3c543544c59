"""The forms of ballots and decisions. Shape only."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.deliberation.lifecycle import CHOICES, CONSENT, CONSENT_CHOICES, MODES, REPLIES, ROLLS
from middenstip.domain.deliberation.models import (
    CONDITION_LENGTH,
    MINORITY_LENGTH,
    QUESTION_LENGTH,
    TEXT_LENGTH,
)
from middenstip.web.shared.fields import Day, Line, Text, Title
from middenstip.web.shared.forms import Form

HOURS = [(f"{hour}", f"{hour}.00") for hour in range(8, 23)]
MODE_HELP = {
    "vote": _lazy("Stemmen | Elke helft zegt ja of nee. Samen minstens twee derde ja."),
    "consent": _lazy("Consent | Het gaat door zonder zwaar bezwaar. Voor wat je kunt terugdraaien."),
}
WHO_HELP = {
    "area": _lazy("Het gebied | Iedereen met een bevestigde zetel hier."),
    "table": _lazy("De tafel | Alleen wie nu aan tafel zit."),
}
SECRET = [
    ("ja", _lazy("Geheim | Na de telling weet niemand wie wat stemde.")),
    ("nee", _lazy("Open | Na de telling staat de zetel bij haar stem.")),
]


class TimesForm(Form):
    """When it closes, and when it is looked at again."""

    closes_on = Day(label=_lazy("Tot welke dag kan iedereen stemmen?"))
    closes_hour = forms.ChoiceField(label=_lazy("Tot hoe laat?"), choices=HOURS, initial="20")
    review_on = Day(label=_lazy("Wanneer bekijken jullie het opnieuw?"))

    @property
    def times(self) -> dict[str, Any]:
        """What the service takes."""
        hour = time(int(self.cleaned_data["closes_hour"]))
        closes_at = timezone.make_aware(datetime.combine(self.cleaned_data["closes_on"], hour))
        return {"closes_at": closes_at, "review_on": self.cleaned_data["review_on"]}

    def absorb(self, refusal: Any) -> int:
        if getattr(refusal, "errors", None) and "closes_at" in refusal.errors:
            refusal.errors["closes_on"] = refusal.errors.pop("closes_at")
        return super().absorb(refusal)


class OpenForm(TimesForm):
    question = Title(label=_lazy("Welke vraag beslissen jullie?"), max_length=QUESTION_LENGTH)
    text = Text(
        label=_lazy("Wat is het voorstel?"),
        help_text=_lazy("Schrijf het zo op dat je er ja of nee op kunt zeggen."),
        max_length=TEXT_LENGTH,
    )
    status_quo = Text(label=_lazy("Wat blijft er als er geen besluit komt?"), max_length=TEXT_LENGTH, rows=2)
    mode = forms.ChoiceField(
        label=_lazy("Hoe beslissen jullie?"),
        choices=[(mode, MODE_HELP[mode]) for mode in MODES],
        initial="vote",
        widget=forms.RadioSelect,
    )
    secret = forms.ChoiceField(
        label=_lazy("Geheim of open?"), choices=SECRET, initial="ja", widget=forms.RadioSelect
    )
    who = forms.ChoiceField(
        label=_lazy("Wie stemt er?"),
        choices=[(who, WHO_HELP[who]) for who in reversed(ROLLS)],
        initial="area",
        widget=forms.RadioSelect,
    )
    quorum = forms.IntegerField(
        label=_lazy("Welke opkomst vragen jullie, in procenten?"),
        help_text=_lazy("De helft daarvan moet ja zeggen, in elke helft. Kies 5 tot 50."),
        initial=20,
        min_value=5,
        max_value=50,
    )

    @property
    def is_secret(self) -> bool:
        return bool(self.cleaned_data["secret"] == SECRET[0][0])

    field_order = ["question", "text", "status_quo", "mode", "secret", "who", "quorum"]


class NextForm(TimesForm):
    text = Text(label=_lazy("Wat is de nieuwe tekst?"), max_length=TEXT_LENGTH)
    field_order = ["text"]


class VoteForm(Form):
    choice = forms.ChoiceField(label=_lazy("Jouw stem"), widget=forms.RadioSelect)
    condition = Line(
        label=_lazy("Wat heb je nodig, of waarom niet?"),
        help_text=_lazy("Eén zin. Iedereen leest hem na de telling, zonder je naam."),
        required=False,
    )

    def __init__(self, *args: Any, mode: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = CONSENT_CHOICES if mode == CONSENT else CHOICES
        self.fields["choice"].choices = [(key, _lazy(word)) for key, word in words.items()]  # type: ignore[attr-defined]


class SheetForm(VoteForm):
    """What stands on a sheet of paper."""

    number = forms.IntegerField(label=_lazy("Welk nummer staat er op het blad?"), min_value=1)
    field_order = ["number", "choice", "condition"]

    def __init__(self, *args: Any, mode: str, **kwargs: Any) -> None:
        super().__init__(*args, mode=mode, **kwargs)
        self.fields["choice"].label = _lazy("Wat is aangekruist?")
        self.fields["condition"].label = _lazy("Wat staat erbij geschreven?")
        self.fields["condition"].help_text = ""


class OutageForm(Form):
    from_at = forms.DateTimeField(
        label=_lazy("De storing begon op"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    until_at = forms.DateTimeField(
        label=_lazy("en duurde tot"),
        widget=forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M"),
    )
    reason = Title(label=_lazy("Wat was er?"), max_length=200)


class ReplyForm(Form):
    reply = forms.ChoiceField(
        label=_lazy("Jullie antwoord"),
        choices=[(key, _lazy(word)) for key, word in REPLIES.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    reason = Title(
        label=_lazy("Wat is er veranderd, of waarom niet?"), max_length=CONDITION_LENGTH, required=False
    )


class MinorityForm(Form):
    text = Text(
        label=_lazy("Wat moet dit besluit onthouden?"),
        help_text=_lazy("Bijvoorbeeld waar je bang voor bent, of waar we op moeten letten."),
        max_length=MINORITY_LENGTH,
    )
