"""The forms on the page of a case. Shape only; several stand on one page, so each has a prefix."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from middenstip.domain.intake.lifecycle import NO_BOX, REFER, SUPPORT
from middenstip.domain.intake.selectors.page import Option
from middenstip.kernel.half import Half
from middenstip.web.shared.forms import Form

INITIATOR, ME = "initiatiefnemer", "ik"
OUTCOMES = [
    (SUPPORT, _("We helpen | Schrijf wat de balie doet, en wanneer.")),
    (REFER, _("Een ander helpt beter | Noem in je antwoord wie dat is en hoe je die bereikt.")),
    (NO_BOX, _("Past in geen hokje | Dat is geen nee. Een verbinder zoekt de weg.")),
]


def text(label: Any, rows: int, longest: int, **more: Any) -> forms.CharField:
    """A text of several lines."""
    return forms.CharField(
        label=label, max_length=longest, widget=forms.Textarea(attrs={"rows": rows}), **more
    )


def day(label: Any, **more: Any) -> forms.DateField:
    """A day, typed or picked."""
    picker = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    wrong = {"invalid": _("Dit is geen dag. Schrijf hem als 2026-12-31.")}
    return forms.DateField(
        label=label, widget=picker, input_formats=["%Y-%m-%d", "%d-%m-%Y"], error_messages=wrong, **more
    )


def choices(seats: Iterable[Option]) -> list[tuple[str, str]]:
    """Seats for a select, after a line that says what to do."""
    return [("", _now("Kies iemand")), *((seat.public_id, seat.words) for seat in seats)]


class NoteForm(Form):
    """What was said, and what comes next."""

    text = text(_("Wat bespraken jullie?"), 4, 4000, help_text=_("De initiatiefnemer leest dit ook."))
    next_step = forms.CharField(label=_("Volgende stap"), max_length=200, required=False)


class PlanForm(Form):
    """One action. Only the handler chooses whose it is; the initiator's are the initiator's.

    Without the name of an initiator, who is wiped, it is the handler's own.
    """

    text = forms.CharField(label=_("Wat moet er gebeuren?"), max_length=200)
    due_on = day(_("Uiterlijk"), required=False)
    owner = forms.ChoiceField(
        label=_("Van wie is deze actie?"),
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=INITIATOR,
        required=False,
    )

    def __init__(self, *args: Any, initiator: str, is_handler: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_handler:
            owners = [(INITIATOR, initiator)] if initiator else []
            self.fields["owner"].choices = [*owners, (ME, _now("Mij"))]  # type: ignore[attr-defined]
            self.fields["owner"].initial = owners[0][0] if owners else ME
        else:
            del self.fields["owner"]


class DecideForm(Form):
    """The outcome, with an answer in words."""

    outcome = forms.ChoiceField(label=_("Uitslag"), choices=OUTCOMES, widget=forms.RadioSelect)
    broker = forms.ChoiceField(
        label=_("Wie zoekt de weg?"), required=False, help_text=_("Alleen als het in geen hokje past.")
    )
    answer = text(
        _("Je antwoord"),
        4,
        2000,
        help_text=_(
            "In gewone woorden. Dit krijgt de initiatiefnemer. "
            "Iedereen kan het lezen in het verslag: noem geen privé-dingen."
        ),
    )

    def __init__(self, *args: Any, seats: Iterable[Option], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["broker"].choices = choices(one for one in seats if one.is_connector)  # type: ignore[attr-defined]


class HandOverForm(Form):
    """Another handler takes over."""

    to = forms.ChoiceField(label=_("Wie neemt de zaak over?"))

    def __init__(self, *args: Any, seats: Iterable[Option], me: str, **more: Any) -> None:
        super().__init__(*args, **more)
        others = [one for one in seats if one.is_handler and one.public_id != me]
        self.fields["to"].choices = choices(others)  # type: ignore[attr-defined]
        self.is_alone = not others  # nobody to choose


class CarryForm(Form):
    """Take an action over, until a day."""

    until = day(_("Ik doe het, tot en met"))


class AskForm(Form):
    """Ask a seat to carry an action, until a day."""

    to = forms.ChoiceField(label=_("Wie vraag je?"))
    until = day(_("Tot en met welke dag?"))

    def __init__(self, *args: Any, seats: Iterable[Option], me: str, **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["to"].choices = choices(one for one in seats if one.public_id != me)  # type: ignore[attr-defined]


class PaperForm(Form):
    """What somebody told on paper or at the counter: who, and the three questions."""

    name = forms.CharField(label=_("Naam"), max_length=80)
    email = forms.EmailField(
        label=_("E-mailadres"),
        max_length=254,
        required=False,
        help_text=_("Heeft iemand geen e-mail? Laat dit leeg. Jij belt of schrijft dan."),
    )
    half = forms.ChoiceField(
        label=_("Vertelt dit als"),
        choices=[(Half.RESIDENTS.value, _("Bewoner")), (Half.BUSINESS.value, _("Ondernemer"))],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
        initial=Half.RESIDENTS.value,
    )
    title = forms.CharField(label=_("Korte naam van het idee"), max_length=100)
    what = text(_("Wat wil deze persoon doen?"), 4, 2000, help_text=_("In de eigen woorden."))
    area = forms.ChoiceField(label=_("Waar?"), help_text=_("Nog geen plek? Kies de hele gemeente."))
    why = text(_("Waarom?"), 3, 2000, required=False)

    def __init__(self, *args: Any, areas: Iterable[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["area"].choices = [("", _now("Kies een plek")), *areas]  # type: ignore[attr-defined]
