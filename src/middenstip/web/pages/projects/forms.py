"""The forms of a project: shape only, the rules are in the room."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.areas.models import Area
from middenstip.domain.parties.models import Seat
from middenstip.domain.projects.content import CARDS
from middenstip.domain.projects.lifecycle import (
    AWARD_KINDS,
    CERTAINTIES,
    CHECKS,
    CLIENT_FORMS,
    HALVES,
    LINKS,
    PROJECT,
    RESULTS,
    SOURCE_KINDS,
    TRACKS,
)
from middenstip.domain.projects.models import Project
from middenstip.domain.projects.models.filing import ANSWERS, WISH_ANSWERS
from middenstip.domain.projects.models.plan import LONG, TEXTS, Plan
from middenstip.domain.projects.models.register import LEVELS
from middenstip.domain.projects.selectors import Asked
from middenstip.kernel.half import Half
from middenstip.web.pages.projects.fields import Amount
from middenstip.web.pages.projects.wanted import ORDER_WORDS
from middenstip.web.shared.fields import Day, Line, Text
from middenstip.web.shared.forms import Form

LARGEST = 500_000  # bytes of a list of schemes


def _choices(words: dict[str, str] | Iterable[tuple[str, str]]) -> list[tuple[str, Any]]:
    pairs = words.items() if isinstance(words, dict) else words
    return [(key, _lazy(word)) for key, word in pairs]


class SeatChoice(forms.ChoiceField):
    """A seat of the gemeente. `fill` gives the choices, in one query for the whole form."""

    def fill(self, seats: Iterable[Seat]) -> None:
        """Offer these seats."""
        empty = [("", _lazy("Kies"))]
        self.choices = [*empty, *((one.public_id, f"{one.label} ({one.half})") for one in seats)]


class ProjectChoice(forms.ChoiceField):
    """Another project of the gemeente. `fill` gives the choices, in one query."""

    def fill(self, projects: Iterable[Project]) -> None:
        """Offer these projects."""
        empty = [("", _lazy("Kies"))]
        self.choices = [*empty, *((one.public_id, f"{one.title} ({one.area.name})") for one in projects)]


class StartForm(Form):
    client_form = forms.ChoiceField(
        label=_lazy("Wie is opdrachtgever?"),
        help_text=_lazy("Dat bepaalt welke helft uitgaven goedkeurt. Het staat straks bij het geld."),
        choices=_choices(CLIENT_FORMS),
        initial="gezamenlijk",
    )


class PlanForm(Form):
    """All texts of the plan; `number` is the version that was read."""

    number = forms.IntegerField(min_value=1, widget=forms.HiddenInput)


# Of columns only: a relation has no verbose name.
PLAN_LABELS = {name: str(getattr(Plan._meta.get_field(name), "verbose_name")) for name in TEXTS}  # noqa: B009
PLAN_LABELS = {name: label[0].upper() + label[1:] for name, label in PLAN_LABELS.items()}
for _name, _label in PLAN_LABELS.items():
    PlanForm.base_fields[_name] = Text(
        label=_lazy(_label), max_length=LONG, required=_name in ("question", "aim")
    )


class MilestoneForm(Form):
    track = forms.ChoiceField(label=_lazy("Welk spoor?"), choices=_choices(TRACKS))
    name = Line(label=_lazy("Wat is er dan klaar?"), max_length=120)
    due_on = Day(label=_lazy("Wanneer?"))


class CardForm(Form):
    card = forms.ChoiceField(
        label=_lazy("Welke wijzer?"),
        choices=[(one["key"], _lazy(one["name"])) for one in CARDS],
        widget=forms.RadioSelect,
    )
    begins_on = Day(label=_lazy("Wanneer begint het?"), help_text=_lazy("Leeg is vandaag."), required=False)
    due_on = Day(
        label=_lazy("Wanneer is het besluit of de aanvraag?"),
        help_text=_lazy("Leeg is de dag waarop je antwoord krijgt op het plan dat jullie indienden."),
        required=False,
    )


class ToldForm(Form):
    told = Text(label=_lazy("Hoe ging het?"), max_length=1000, required=False)


class WishForm(Form):
    text = Text(label=_lazy("Wat wens je?"), max_length=600)


class WishAnswerForm(Form):
    outcome = forms.ChoiceField(
        label=_lazy("Wat doen jullie ermee?"), choices=_choices(WISH_ANSWERS), widget=forms.RadioSelect
    )
    answer = Text(label=_lazy("Waarom?"), max_length=600)


class FileForm(Form):
    to = SeatChoice(label=_lazy("Aan welke zetel?"))
    asked = Text(label=_lazy("Wat vragen jullie?"), max_length=1000)
    due_on = Day(label=_lazy("Uiterlijk wanneer is er antwoord?"))


class AnswerForm(Form):
    outcome = forms.ChoiceField(
        label=_lazy("Wat is je antwoord?"), choices=_choices(ANSWERS), widget=forms.RadioSelect
    )
    answer = Text(label=_lazy("Waarom, en onder welke voorwaarden?"), max_length=2000)


class _Payments(Form):
    first_on = Day(label=_lazy("Eerste betaling"))
    last_on = Day(label=_lazy("Laatste betaling"))
    every = forms.IntegerField(label=_lazy("Om de hoeveel maanden?"), min_value=1, max_value=120, initial=1)
    pot = Line(
        label=_lazy("Uit welke pot?"),
        help_text=_lazy("Alleen als het geld een bestemming heeft. Leeg is vrij geld."),
        max_length=40,
        required=False,
    )


class LineForm(_Payments):
    name = Line(label=_lazy("Waarvoor?"), max_length=80)
    planned = Amount(label=_lazy("Wat kost het in totaal?"))
    field_order = ["name", "planned"]


class SourceForm(_Payments):
    name = Line(label=_lazy("Waar komt het vandaan?"), max_length=80)
    kind = forms.ChoiceField(label=_lazy("Welke soort?"), choices=_choices(SOURCE_KINDS))
    amount = Amount(
        label=_lazy("Hoeveel per keer?"),
        help_text=_lazy("In euro’s. Bij uren en natura: het aantal, als 40,00."),
    )
    certainty = forms.ChoiceField(label=_lazy("Hoe zeker is het?"), choices=_choices(CERTAINTIES))
    field_order = ["name", "kind", "amount", "certainty"]


class OverrunForm(Form):
    amount = Amount(label=_lazy("Hoeveel komt erbij?"))
    reason = Text(label=_lazy("Waarom?"), max_length=600)


class ExpenseForm(Form):
    number = Line(label=_lazy("Nummer van de bon"), max_length=30)
    day = Day(label=_lazy("Dag op de bon"))
    amount = Amount(label=_lazy("Bedrag"))
    text = Line(
        label=_lazy("Wat is er betaald?"),
        help_text=_lazy("Schrijf geen rekeningnummer of naam op."),
        max_length=200,
    )


class IncomeForm(Form):
    day = Day(label=_lazy("Op welke dag kwam het binnen?"))
    amount = Amount(label=_lazy("Hoeveel?"))


class AwardForm(Form):
    kind = forms.ChoiceField(label=_lazy("Welke soort?"), choices=_choices(AWARD_KINDS))
    name = Line(label=_lazy("Waarvoor?"), max_length=80)
    amount = Amount(label=_lazy("Bedrag in totaal"))
    covers_on = Day(label=_lazy("Tot en met welke dag geldt het?"))
    parts = Text(
        label=_lazy("Deelbedragen"),
        help_text=_lazy(
            "Elk op een regel: dag; bedrag; voorwaarde. Zoals 2027-03-01; 10.000,00; het plan is klaar"
        ),
        max_length=2000,
    )
    conditions = Text(label=_lazy("Voorwaarden, elk op een regel"), max_length=2000, required=False)
    pot = Line(label=_lazy("Voor welke pot?"), max_length=40, required=False)


class WhyForm(Form):
    why = Text(label=_lazy("Waarom?"), max_length=600)


class OrderForm(Form):
    contractor = SeatChoice(label=_lazy("Wie voert het uit?"))
    what = Line(label=_lazy("Wat moet er gebeuren?"), max_length=200)
    instructions = Text(label=_lazy("Hoe moet het?"), max_length=2000, required=False)
    price = Amount(label=_lazy("Prijs"))
    due_on = Day(label=_lazy("Wanneer is het klaar?"))


class RefuseForm(Form):
    why = Text(label=_lazy("Wat is er nog niet goed?"), max_length=1000)
    repair_by = Day(label=_lazy("Uiterlijk wanneer is het hersteld?"))


class ExtraForm(Form):
    what = Line(label=_lazy("Wat komt erbij?"), max_length=200)
    price = Amount(label=_lazy("Prijs"))


class ListForm(Form):
    rows = Text(
        label=_lazy("Regels"),
        help_text=_lazy(
            "Plak ze uit je eigen lijst: dag; in of uit; naam van de inkomst of regel; bon; bedrag; wat. "
            "Zoals 2027-03-01; uit; Bomen; 2027-004; 120,50; tien elzen"
        ),
        max_length=40_000,
    )


class ApplyForm(Form):
    amount = Amount(label=_lazy("Hoeveel willen jullie vragen?"))


class ValueForm(Form):
    activity = Line(label=_lazy("Wat doen jullie?"), max_length=120)
    worth = Line(label=_lazy("Wat is dat waard?"), max_length=200)
    half = forms.ChoiceField(label=_lazy("Voor wie?"), choices=_choices(HALVES), widget=forms.RadioSelect)
    proof = Line(label=_lazy("Waar blijkt dat uit?"), max_length=400, required=False)
    brings = Line(label=_lazy("Wat brengen zij ervoor?"), max_length=200, required=False)


class ProofForm(Form):
    proof = Line(label=_lazy("Waar blijkt het uit?"), max_length=400)
    brings = Line(label=_lazy("Wat brengen zij ervoor?"), max_length=200, required=False)


class LinkForm(Form):
    other = ProjectChoice(label=_lazy("Welk project?"))
    kind = forms.ChoiceField(
        label=_lazy("Hoe hangt het samen?"), choices=_choices(LINKS), widget=forms.RadioSelect
    )
    reason = Line(label=_lazy("Waarom?"), max_length=200)


class TaskForm(Form):
    what = Line(label=_lazy("Wat moet er gebeuren?"), max_length=120)
    day = Day(label=_lazy("Op welke dag?"))
    minutes = forms.IntegerField(label=_lazy("Hoeveel minuten?"), min_value=10, max_value=1440, initial=60)
    needed_people = forms.IntegerField(label=_lazy("Hoeveel mensen?"), min_value=1, max_value=500, initial=1)
    is_essential = forms.BooleanField(label=_lazy("Zonder dit stopt het"), required=False)


class FinishForm(Form):
    minutes = forms.IntegerField(
        label=_lazy("Hoeveel minuten duurde het per persoon?"), min_value=1, max_value=1440
    )


class CheckForm(Form):
    kind = forms.ChoiceField(label=_lazy("Welke vraag?"), choices=_choices(CHECKS))
    is_there = forms.BooleanField(label=_lazy("Dit is geregeld"), required=False)
    ends_on = Day(label=_lazy("Tot wanneer?"), required=False)
    step = Line(label=_lazy("Wat is de volgende stap?"), max_length=200, required=False)
    owner = SeatChoice(label=_lazy("Wie doet die?"), required=False)
    due_on = Day(label=_lazy("Wanneer?"), required=False)


class CloseForm(Form):
    outcome = forms.ChoiceField(
        label=_lazy("Hoe liep het af?"), choices=_choices(RESULTS), widget=forms.RadioSelect
    )
    result = Text(label=_lazy("Wat is er nu, naast wat jullie wilden?"), max_length=2000)
    lesson = Text(label=_lazy("Wat leerden jullie?"), max_length=2000)
    thanks = Text(label=_lazy("Dank aan"), max_length=1000, required=False)
    keeper = SeatChoice(label=_lazy("Wie onderhoudt het?"), required=False)
    look_again_on = Day(label=_lazy("Wanneer kijken jullie weer?"), required=False)


class SchemeForm(Form):
    name = Line(label=_lazy("Naam"), max_length=120)
    level = forms.ChoiceField(label=_lazy("Van wie is het geld?"), choices=_choices(LEVELS))
    conditions = Text(label=_lazy("Voorwaarden"), max_length=2000, required=False)
    allows_commercial = forms.BooleanField(
        label=_lazy("Mag ook voor wie er geld mee verdient"), required=False
    )
    deadline = Day(label=_lazy("Uiterste dag"), required=False)
    own_share = forms.IntegerField(
        label=_lazy("Eigen deel in procenten"), min_value=0, max_value=100, initial=0
    )


class AreasForm(Form):
    """The gemeenten to look at together. `offer` gives the choices."""

    gebied = forms.MultipleChoiceField(
        label=_lazy("Welke gemeenten?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def offer(self, areas: Iterable[Area]) -> None:
        """Offer these gemeenten."""
        field = self.fields["gebied"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(one.code, one.name) for one in areas]


class WantedForm(Form):
    """Which projects of a portfolio, and in which order."""

    stap = forms.ChoiceField(label=_lazy("Stap"), required=False)
    helft = forms.ChoiceField(label=_lazy("Helft die meedoet"), required=False)
    op = forms.ChoiceField(label=_lazy("Volgorde"), required=False)

    def __init__(self, asked: Asked) -> None:
        chosen = {
            "stap": PROJECT.words.get(asked.state, ""),
            "helft": asked.half.value if asked.half else "",
            "op": asked.order,
        }
        super().__init__(initial=chosen)
        told = {
            "stap": [("", _("alle stappen")), *((word, _(word)) for word in PROJECT.words.values())],
            "helft": [("", _("alle helften")), *((half.value, _(half.word)) for half in Half)],
            "op": [(key, _(word)) for key, word in ORDER_WORDS.items()],
        }
        for name, choices in told.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices


class RegisterForm(Form):
    """A whole list of schemes from a file."""

    file = forms.FileField(
        label=_lazy("Het bestand"),
        help_text=_lazy("Een CSV van hooguit 500 kB, met ; tussen de kolommen."),
        widget=forms.FileInput(attrs={"accept": ".csv,text/csv"}),
        allow_empty_file=True,
    )

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Dit bestand is te groot."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            told = _("Dit bestand is geen leesbare tekst. Bewaar het als CSV UTF-8.")
            raise forms.ValidationError(told) from None
