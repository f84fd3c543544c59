"""The forms of labs. Shape only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.dates import WEEKDAYS
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.gatherings.models import Gathering
from middenstip.domain.labs.lifecycle import CHECK
from middenstip.domain.labs.models import LabIdea, LabPlace
from middenstip.domain.parties.models import Seat
from middenstip.kernel.contact import masked
from middenstip.kernel.half import Half
from middenstip.kernel.turn import short
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts, only_city
from middenstip.web.shared.places import pick_map

TOLD = ("name", "aim", "months", "money")
ACCESS = _lazy("Drempels, toilet, ringleiding, bus, rust.")
NEEDS = _lazy("Wat heb je nodig?")
WHO_READS = _lazy(
    "Een oprit of een tolk, bijvoorbeeld. Alleen wie het lab draagt, leest dit. Daarna wissen we het."
)
TIME = _lazy("Hoe laat?")


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
    access = fields.Text(label=_lazy("Toegankelijkheid"), max_length=500, required=False, help_text=ACCESS)
    from_on = fields.Day(label=_lazy("Vanaf welke dag?"), required=False, help_text=_lazy("Leeg: vandaag."))
    is_popup = forms.BooleanField(label=_lazy("Dit is een pop-up naast de vaste plek"), required=False)
    until_on = fields.Day(label=_lazy("Wanneer is de pop-up weg?"), required=False)
    lon = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=3, max_value=8)
    lat = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=50, max_value=54)

    @property
    def map(self) -> SafeString:
        """The map for choosing the point; empty on a platform for several gemeenten."""
        return pick_map(only_city())

    @property
    def told(self) -> dict[str, Any]:
        """The words, as the service takes them."""
        names = ("name", "address", "access", "is_popup", "until_on")
        return {name: self.cleaned_data[name] for name in names} | {"point": point_in(self.cleaned_data)}


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


class PlaceWordsForm(Form):
    """The words about a place, and its point on the map."""

    name = fields.Title(label=_lazy("Hoe heet de plek?"), max_length=120)
    address = fields.Title(label=_lazy("Adres"), max_length=200, required=False)
    access = fields.Text(label=_lazy("Toegankelijkheid"), max_length=500, required=False, help_text=ACCESS)
    lon = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=3, max_value=8)
    lat = forms.FloatField(widget=forms.HiddenInput, required=False, min_value=50, max_value=54)

    @property
    def map(self) -> SafeString:
        """The map for choosing the point; empty on a platform for several gemeenten."""
        return pick_map(only_city())

    @property
    def told(self) -> dict[str, Any]:
        """The words, as the service takes them."""
        return {name: self.cleaned_data[name] for name in ("name", "address", "access")} | {
            "point": point_in(self.cleaned_data)
        }


def point_in(told: Mapping[str, Any]) -> tuple[float, float] | None:
    """Longitude and latitude; None without both."""
    lon, lat = told["lon"], told["lat"]
    return (lon, lat) if lon is not None and lat is not None else None


class DaysForm(Form):
    """The weekdays on which a host is at a place."""

    days = forms.TypedMultipleChoiceField(
        label=_lazy("Welke dagen ben jij hier?"),
        required=False,
        coerce=int,
        choices=[(number, word) for number, word in WEEKDAYS.items()],
        widget=forms.CheckboxSelectMultiple(attrs={"class": "ms-keuzes--rij"}),
    )


class VisitForm(Form):
    """Somebody wants to have a look. A visitor also gives a name and an address, to prove."""

    name = fields.Line(
        label=_lazy("Je naam"),
        max_length=80,
        help_text=_lazy("Een voornaam is genoeg."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = fields.Address(
        label=_lazy("Je e-mailadres"), help_text=_lazy("Je krijgt een code. Daarna is je vraag verstuurd.")
    )
    on = fields.Day(label=_lazy("Welke dag wil je komen?"))
    people = forms.IntegerField(label=_lazy("Met hoeveel mensen?"), initial=1)
    needs = fields.Text(label=NEEDS, max_length=500, required=False, rows=2, help_text=WHO_READS)

    def __init__(self, *args: Any, is_known: bool, **more: Any) -> None:
        super().__init__(*args, **more)
        for name in ("name", "email") if is_known else ("needs",):
            del self.fields[name]


class NoteVisitForm(Form):
    """A host notes what somebody asked by phone or at the counter."""

    name = fields.Title(label=_lazy("Wie komt er?"), max_length=80)
    on = fields.Day(label=_lazy("Welke dag?"))
    time_at = fields.Line(label=TIME, max_length=5)
    people = forms.IntegerField(label=_lazy("Met hoeveel mensen?"), initial=1)
    needs = fields.Text(label=NEEDS, max_length=500, required=False, rows=2)


class NeedsForm(Form):
    """What somebody needs to have a look."""

    needs = fields.Text(label=NEEDS, max_length=500, required=False, rows=2, help_text=WHO_READS)


class AgreeForm(Form):
    """The day and the time on which somebody can come."""

    on = fields.Day(label=_lazy("Welke dag?"))
    time_at = fields.Line(label=TIME, max_length=5, help_text=_lazy("Als 10.00."))
    answer = fields.Text(label=_lazy("Wat moet de bezoeker weten?"), max_length=500, required=False, rows=2)


class RefuseForm(Form):
    """Why somebody cannot come."""

    why_not = fields.Text(
        label=_lazy("Waarom kan het niet?"),
        max_length=500,
        rows=2,
        help_text=_lazy("Schrijf ook op wat wel kan."),
    )

    def absorb(self, refusal: Any) -> int:
        """The service speaks of the answer; on this page the other form has that."""
        errors = getattr(refusal, "errors", {})
        if "answer" in errors:
            refusal.errors = {"why_not": errors["answer"]}
        return super().absorb(refusal)


class TaskForm(Form):
    """A new task for the board, and what it hangs on."""

    text = fields.Title(label=_lazy("Wat is er te doen?"), max_length=200)
    due_on = fields.Day(label=_lazy("Uiterlijk wanneer?"), required=False)
    belongs = fields.Written(label=_lazy("Hoort bij een idee of een bijeenkomst"), required=False)
    initiative = fields.Line(
        label=_lazy("Hoort bij een initiatief"),
        max_length=20,
        required=False,
        help_text=_lazy("Het nummer, zoals LET-12."),
    )

    def __init__(
        self, *args: Any, ideas: Iterable[LabIdea], gatherings: Iterable[Gathering], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.by_code = {one.public_id: one for one in ideas}
        wall = [(f"idee:{one.public_id}", short(masked(one.text), 60)) for one in self.by_code.values()]
        held = [(f"bijeenkomst:{one.public_id}", short(masked(one.title), 60)) for one in gatherings]
        choices: list[Any] = [("", _("Nergens bij"))]
        choices += [(_("Ideeën op de wand"), wall)] if wall else []
        choices += [(_("Bijeenkomsten"), held)] if held else []
        self.fields["belongs"].choices = choices  # type: ignore[attr-defined]


class CameForm(Form):
    """What came of a task that is done."""

    came = fields.Text(label=_lazy("Wat kwam ervan?"), max_length=500, rows=2)


class WhyForm(Form):
    """Why a task is no longer needed."""

    why = fields.Text(label=_lazy("Waarom hoeft dit niet meer?"), max_length=500, rows=2)


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
