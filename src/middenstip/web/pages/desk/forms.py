"""The forms on the page of a case. Shape only; a page has several, so each has a prefix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.intake.lifecycle import NO_BOX, REFER, SUPPORT
from middenstip.domain.intake.selectors.page import Option
from middenstip.web.shared.fields import Day, Line, Text, Title
from middenstip.web.shared.forms import Form

INITIATOR, ME = "initiatiefnemer", "ik"
OUTCOMES = [
    (SUPPORT, _lazy("We helpen | Schrijf wat de balie doet, en wanneer.")),
    (REFER, _lazy("Een ander helpt beter | Noem in je antwoord wie dat is en hoe je die bereikt.")),
    (NO_BOX, _lazy("Past in geen hokje | Dat is geen nee. Een verbinder zoekt de weg.")),
]


def choices(seats: Iterable[Option]) -> list[tuple[str, str]]:
    """Seats for a select, after a line with the instruction."""
    return [("", _("Kies iemand")), *((seat.public_id, seat.words) for seat in seats)]


class NoteForm(Form):
    """An intake note and the next step."""

    text = Text(
        label=_lazy("Wat bespraken jullie?"),
        rows=4,
        max_length=4000,
        help_text=_lazy("De initiatiefnemer leest dit ook."),
    )
    next_step = Title(label=_lazy("Volgende stap"), max_length=200, required=False)


class MessageForm(Form):
    """A message between the initiator and the desk."""

    text = Text(label=_lazy("Jouw bericht"), rows=4, max_length=4000)


class PhoneForm(Form):
    """A phone number for this case; empty takes it back."""

    phone = Line(
        label=_lazy("Jouw telefoonnummer, alleen voor deze zaak"),
        required=False,
        max_length=30,
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel"}),
        help_text=_lazy("Alleen de balie ziet het. Maak het veld leeg om het weg te halen."),
    )


class PlanForm(Form):
    """One action. Only the handler can choose the owner; the initiator's actions are their own.

    Without the name of an initiator, because that person was erased, the owner is the handler.
    """

    text = Title(label=_lazy("Wat moet er gebeuren?"), max_length=200)
    due_on = Day(label=_lazy("Uiterlijk"), required=False)
    owner = forms.ChoiceField(
        label=_lazy("Van wie is deze actie?"),
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=INITIATOR,
        required=False,
    )

    def __init__(self, *args: Any, initiator: str, is_handler: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_handler:
            owners = [(INITIATOR, initiator)] if initiator else []
            self.fields["owner"].choices = [*owners, (ME, _("Mij"))]  # type: ignore[attr-defined]
            self.fields["owner"].initial = owners[0][0] if owners else ME
        else:
            del self.fields["owner"]


class DecideForm(Form):
    """The outcome, with an answer in words."""

    outcome = forms.ChoiceField(label=_lazy("Uitslag"), choices=OUTCOMES, widget=forms.RadioSelect)
    connector = forms.ChoiceField(
        label=_lazy("Wie zoekt de weg?"),
        required=False,
        help_text=_lazy("Alleen als het in geen hokje past."),
    )
    missing = Text(
        label=_lazy("Wat ontbreekt er?"),
        rows=2,
        max_length=1000,
        required=False,
        help_text=_lazy("Alleen als het in geen hokje past: welke regel, welk budget of welke plek?"),
    )
    answer = Text(
        label=_lazy("Je antwoord"),
        rows=4,
        max_length=2000,
        help_text=_lazy(
            "In gewone woorden. Dit krijgt de initiatiefnemer. "
            "Iedereen kan het lezen in het verslag: noem geen privé-dingen."
        ),
    )

    def __init__(self, *args: Any, seats: Iterable[Option], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["connector"].choices = choices(one for one in seats if one.is_connector)  # type: ignore[attr-defined]


class HandOverForm(Form):
    """Another handler takes over."""

    to = forms.ChoiceField(label=_lazy("Wie neemt de zaak over?"))

    def __init__(self, *args: Any, seats: Iterable[Option], me: str, **more: Any) -> None:
        super().__init__(*args, **more)
        others = [one for one in seats if one.is_handler and one.public_id != me]
        self.fields["to"].choices = choices(others)  # type: ignore[attr-defined]
        self.is_alone = not others  # there is no other handler to choose


class CarryForm(Form):
    """Take an action over, until a day."""

    until = Day(label=_lazy("Ik doe het, tot en met"))


class AskForm(Form):
    """Ask a seat to carry an action, until a day."""

    to = forms.ChoiceField(label=_lazy("Wie vraag je?"))
    until = Day(label=_lazy("Tot en met welke dag?"))

    def __init__(self, *args: Any, seats: Iterable[Option], me: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].choices = choices(one for one in seats if one.public_id != me)  # type: ignore[attr-defined]
