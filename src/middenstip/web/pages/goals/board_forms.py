"""The forms about the bestuur of a goal. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.goals.lifecycle import COMMITMENTS
from middenstip.domain.goals.models.board import COMMITMENT_LENGTH, NOTE_LENGTH
from middenstip.domain.parties.models import Seat
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form


class NameForm(Form):
    """Which seat of the own organisation is asked."""

    seat = fields.Written(
        label=_lazy("Wie is de portefeuillehouder?"),
        help_text=_lazy("Een zetel van je eigen organisatie. Is er een niet bij, dan zit daar nu niemand."),
    )

    def __init__(self, *args: Any, seats: Iterable[Seat], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="vraag_%s", **kwargs)
        self.by_id = {seat.public_id: seat for seat in seats}
        self.fields["seat"].choices = [(key, seat.label) for key, seat in self.by_id.items()]  # type: ignore[attr-defined]


class DeclineForm(Form):
    """Why this seat is not the portefeuillehouder."""

    why = fields.Title(label=_lazy("Waarom niet, of wie is het wel?"), max_length=NOTE_LENGTH)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="niet_%s", **kwargs)


class CommitForm(Form):
    """What the portefeuillehouder says in public."""

    answer = forms.ChoiceField(
        label=_lazy("Sta jij voor deze opgave?"),
        choices=[(answer, _lazy(word)) for answer, word in COMMITMENTS.items()],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )
    text = fields.Text(
        label=_lazy("Waar sta je voor, en wat doe je daarvoor?"),
        max_length=COMMITMENT_LENGTH,
        rows=4,
        help_text=_lazy("Iedereen leest dit: Ik sta voor … en doe daarvoor … Bij nee: waarom niet."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, auto_id="toezegging_%s", **kwargs)


class VisitForm(Form):
    """A visit to the table."""

    who = fields.Written(label=_lazy("Wie was er?"))
    on = fields.Day(label=_lazy("Welke dag?"))
    note = fields.Title(label=_lazy("Wat kwam ervan?"), max_length=NOTE_LENGTH, required=False)

    def __init__(self, *args: Any, holders: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, auto_id="bezoek_%s", **kwargs)
        self.fields["who"].choices = list(holders)  # type: ignore[attr-defined]
