"""The forms of labs. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import LabPlace
from middenstip.domain.parties.models import Seat
from middenstip.kernel.half import Half
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts

TOLD = ("name", "aim", "months", "money")


class LabForm(Form):
    """The plan of a lab."""

    name = fields.Title(label=_lazy("Hoe heet het lab?"), max_length=120)
    aim = fields.Text(
        label=_lazy("Waar is het voor?"),
        max_length=2000,
        rows=5,
        help_text=_lazy("Wat kan iemand er doen, en wat lost het op?"),
    )
    area = forms.ChoiceField(label=_lazy("Welk gebied?"))
    months = forms.IntegerField(
        label=_lazy("Voor hoeveel maanden is er geld?"), min_value=0, max_value=120, initial=0
    )
    money = fields.Title(label=_lazy("Waar komt het geld vandaan?"), max_length=200, required=False)

    def __init__(self, *args: Any, is_new: bool = True, **more: Any) -> None:
        super().__init__(*args, **more)
        if is_new:
            places = [(code, name) for _city, code, name in districts()]
            self.fields["area"].choices = [("", _("Kies een gebied")), *places]  # type: ignore[attr-defined]
        else:
            del self.fields["area"]

    @property
    def told(self) -> dict[str, Any]:
        """The words, as the service takes them."""
        return {name: self.cleaned_data[name] for name in TOLD}


class HoursForm(Form):
    """The hours of every week."""

    def __init__(self, *args: Any, place: LabPlace | None = None, **more: Any) -> None:
        super().__init__(*args, **more)
        week = place.hours if place and place.hours else [""] * 7
        for number, word in WEEKDAYS.items():
            self.fields[f"day{number}"] = fields.Line(
                label=word, max_length=20, required=False, initial=week[number]
            )

    @property
    def hours(self) -> list[str]:
        """Seven texts, from Monday on."""
        return [self.cleaned_data[f"day{number}"] for number in WEEKDAYS]

    def absorb(self, refusal: Any) -> int:
        """The service speaks of all hours; the form has a line for each day."""
        errors = getattr(refusal, "errors", {})
        if "hours" in errors:
            refusal.errors = {("" if name == "hours" else name): text for name, text in errors.items()}
        return super().absorb(refusal)


class PlaceForm(HoursForm):
    """Where the lab is from a day on."""

    name = fields.Title(label=_lazy("Hoe heet de plek?"), max_length=120)
    address = fields.Title(label=_lazy("Adres"), max_length=200, required=False)
    access = fields.Text(
        label=_lazy("Toegankelijkheid"),
        max_length=500,
        required=False,
        rows=2,
        help_text=_lazy("Drempels, toilet, ringleiding, bus, rust."),
    )
    from_on = fields.Day(label=_lazy("Vanaf welke dag?"), required=False, help_text=_lazy("Leeg: vandaag."))
    is_popup = forms.BooleanField(label=_lazy("Dit is een pop-up naast de vaste plek"), required=False)
    until_on = fields.Day(label=_lazy("Wanneer is de pop-up weg?"), required=False)

    @property
    def told(self) -> dict[str, Any]:
        """The words, as the service takes them."""
        names = ("name", "address", "access", "is_popup", "until_on")
        return {name: self.cleaned_data[name] for name in names}


class OtherDayForm(Form):
    """A day with other hours."""

    on = fields.Day(label=_lazy("Welke dag?"))
    hours = fields.Line(
        label=_lazy("Hoe laat open?"),
        max_length=20,
        required=False,
        help_text=_lazy("Als 9.00-17.00. Leeg: dicht."),
    )
    why = fields.Title(label=_lazy("Waarom?"), max_length=120, required=False)


class HostForm(Form):
    """A seat is asked to host the lab."""

    seat = forms.ChoiceField(label=_lazy("Wie vraag je om het lab mee te dragen?"))

    def __init__(self, *args: Any, seats: Iterable[Seat], **more: Any) -> None:
        super().__init__(*args, **more)
        self.by_id = {seat.public_id: seat for seat in seats}
        choices = [
            ("", _("Kies een zetel")),
            *((key, f"{seat.label} ({_(seat.half)})") for key, seat in self.by_id.items()),
        ]
        self.fields["seat"].choices = choices  # type: ignore[attr-defined]


class IdeaForm(Form):
    """An idea for the wall. No name, no address."""

    text = fields.Text(
        label=_lazy("Wat is je idee?"),
        max_length=500,
        rows=3,
        help_text=_lazy("Je hoeft niet in te loggen. Schrijf geen namen of adressen op."),
    )
    half = forms.ChoiceField(
        label=_lazy("Ik schrijf dit als"),
        required=False,
        choices=[("", _lazy("zeg ik niet")), *((half.value, _lazy(half.value)) for half in Half)],
        widget=forms.RadioSelect(attrs={"class": "ms-keuzes--rij"}),
    )


class CloseForm(Form):
    """Why the lab closes."""

    why = fields.Text(label=_lazy("Waarom gaat het lab dicht?"), max_length=500)


class CheckForm(Form):
    """Five questions about the role of a host and about what a lab is."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        for asked in CHECK:
            self.fields[asked.key] = forms.ChoiceField(
                label=_(asked.question),
                choices=[(key, _(word)) for key, word in asked.answers.items()],
                widget=forms.RadioSelect,
            )

    @property
    def answers(self) -> dict[str, str]:
        """The chosen answers by question."""
        return {asked.key: self.cleaned_data[asked.key] for asked in CHECK}
