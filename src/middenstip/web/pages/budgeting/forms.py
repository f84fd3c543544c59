"""The forms of budgets. Shape only."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from middenstip.domain.budgeting.lifecycle import COMPLETIONS, KINDS, MOST_MONEY, RULE_NAMES
from middenstip.domain.budgeting.models import LONG, MIDDLE, SHORT, Budget, Plan
from middenstip.domain.goals.models import Goal
from middenstip.domain.initiatives.models import Initiative
from middenstip.domain.parties.models import Seat
from middenstip.web.shared import fields
from middenstip.web.shared.forms import Form
from middenstip.web.shared.place_choices import districts

LARGEST = 5_000_000  # bytes of a file of ballots
TEXTS = ("title", "text", "who", "lot")
CHOSEN = ("kind", "most", "rule", "completion", "min_votes", "closes_on", "is_youth")


def _choices(words: dict[str, str]) -> list[tuple[str, Any]]:
    return [(key, _lazy(word)) for key, word in words.items()]


class Euros(forms.IntegerField):
    """Whole euros; `cents` of the form gives cents."""

    def __init__(self, **more: Any) -> None:
        super().__init__(min_value=0, max_value=MOST_MONEY // 100, **more)


class RulesForm(Form):
    """The rules of a budget."""

    title = fields.Title(label=_lazy("Hoe heet deze begroting?"), max_length=SHORT)
    text = fields.Text(label=_lazy("Waar is het geld voor?"), max_length=LONG, required=False, rows=4)
    area = forms.ChoiceField(label=_lazy("In welk gebied?"))
    who = fields.Title(
        label=_lazy("Wie mag stemmen?"),
        max_length=MIDDLE,
        help_text=_lazy("Bijvoorbeeld: iedereen van 12 jaar en ouder die in Lettele woont."),
    )
    amount = Euros(label=_lazy("Hoeveel geld is er, in hele euro’s?"))
    kind = forms.ChoiceField(
        label=_lazy("Wat kiest een stemmer?"), choices=_choices(KINDS), widget=forms.RadioSelect
    )
    most = forms.IntegerField(
        label=_lazy("Hoeveel plannen of punten?"),
        required=False,
        min_value=0,
        max_value=1000,
        help_text=_lazy("Alleen bij een aantal plannen, of bij punten."),
    )
    rule = forms.ChoiceField(
        label=_lazy("Hoe winnen plannen?"),
        choices=_choices(RULE_NAMES),
        widget=forms.RadioSelect,
        help_text=_lazy("Mag een groep met een tekort ook kopen, dan kan ze meer krijgen dan haar deel."),
    )
    completion = forms.ChoiceField(
        label=_lazy("Wat gebeurt er bij gelijke delen met geld dat overblijft?"),
        choices=_choices(COMPLETIONS),
    )
    min_votes = forms.IntegerField(
        label=_lazy("Hoeveel stemmen heeft een plan minstens nodig?"),
        required=False,
        min_value=0,
        max_value=1_000_000,
    )
    lot = fields.Title(
        label=_lazy("De zin voor het lot"),
        max_length=SHORT,
        help_text=_lazy("Staan plannen precies gelijk, dan beslist deze zin. Iedereen kan dat nagaan."),
    )
    checker = forms.ChoiceField(label=_lazy("Welke functie bekijkt de haalbaarheid?"))
    closes_on = fields.Day(label=_lazy("Tot en met welke dag kan iemand stemmen?"))
    is_youth = forms.BooleanField(
        label=_lazy("Dit is een begroting voor jongeren"),
        required=False,
        help_text=_lazy("Het stembiljet vraagt dan op een telefoon één plan tegelijk."),
    )
    goal = fields.Written(
        label=_lazy("Welke tafel beslist over deze spelregels?"),
        required=False,
        help_text=_lazy("Zonder tafel zegt van elke helft iemand met een zetel in deze gemeente ja."),
    )

    def __init__(
        self,
        *args: Any,
        seats: Iterable[Seat],
        tables: Iterable[Goal] = (),
        budget: Budget | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {seat.public_id: seat for seat in seats}
        self.tables = {goal.public_id: goal for goal in tables}
        titles = [(key, one.title) for key, one in self.tables.items()]
        self.fields["goal"].choices = [("", _("Geen tafel")), *titles]  # type: ignore[attr-defined]
        if not titles:
            del self.fields["goal"]
        self.fields["checker"].choices = [(key, one.label) for key, one in self.seats.items()]  # type: ignore[attr-defined]
        if budget:
            del self.fields["area"]
        else:
            self.fields["area"].choices = [(code, name) for _city, code, name in districts()]  # type: ignore[attr-defined]

    @property
    def told(self) -> dict[str, Any]:
        """The texts, the choices, the checker and the table, as the services take them."""
        said = self.cleaned_data
        choices = {name: said[name] for name in CHOSEN} | {"amount": said["amount"] * 100}
        choices |= {name: said[name] or 0 for name in ("most", "min_votes")}
        texts = {name: said[name] for name in TEXTS}
        goal = self.tables.get(said.get("goal", ""))
        return {"texts": texts, "choices": choices, "checker": self.seats[said["checker"]], "goal": goal}


def start_of(budget: Budget) -> dict[str, Any]:
    """The rules as they are, to begin a form with."""
    kept = {name: getattr(budget, name) for name in (*TEXTS, *CHOSEN)}
    kept |= {"amount": budget.amount // 100, "checker": budget.checker.public_id}
    return kept | {"goal": budget.goal.public_id if budget.goal else ""}


class PlanForm(Form):
    """A plan of a resident."""

    title = fields.Title(label=_lazy("Hoe heet je plan?"), max_length=SHORT)
    text = fields.Text(label=_lazy("Wat wil je doen, en voor wie?"), max_length=LONG, rows=6)
    place = fields.Title(label=_lazy("Waar?"), max_length=SHORT, required=False)
    cost_low = Euros(label=_lazy("Wat kost het minstens, in hele euro’s?"))
    cost_high = Euros(label=_lazy("En hoogstens?"))
    initiative = fields.Written(label=_lazy("Hoort het bij een initiatief van jou?"), required=False)

    def __init__(self, *args: Any, own: Iterable[Initiative] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = {one.public_id: one for one in own}
        titles = [(key, one.title) for key, one in self.own.items()]
        self.fields["initiative"].choices = [("", _("Nee")), *titles]  # type: ignore[attr-defined]
        if not titles:
            del self.fields["initiative"]

    @property
    def told(self) -> dict[str, Any]:
        """The texts and costs, as the services take them."""
        said = self.cleaned_data
        texts = {name: said[name] for name in ("title", "text", "place")}
        return {"texts": texts, "costs": (said["cost_low"] * 100, said["cost_high"] * 100)}

    @property
    def initiative_chosen(self) -> Initiative | None:
        return self.own.get(self.cleaned_data.get("initiative", ""))


def start_of_plan(plan: Plan) -> dict[str, Any]:
    """The plan as it is, to begin a form with."""
    kept = {name: getattr(plan, name) for name in ("title", "text", "place")}
    return kept | {"cost_low": plan.cost_low // 100, "cost_high": plan.cost_high // 100}


class JudgeForm(Form):
    """Whether a plan is feasible, at which cost, and why."""

    is_feasible = forms.ChoiceField(
        label=_lazy("Is dit plan haalbaar?"),
        choices=[("ja", _lazy("Ja, het komt op het stembiljet")), ("nee", _lazy("Nee"))],
        widget=forms.RadioSelect,
    )
    cost = Euros(label=_lazy("Wat kost het, in hele euro’s?"), required=False)
    reason = fields.Text(label=_lazy("Waarom? Iedereen leest dit."), max_length=MIDDLE)


class GoOnForm(Form):
    """The last day of the agreement about the money of a winner."""

    due_on = fields.Day(label=_lazy("Wanneer is je plan uiterlijk af?"))


class EarlierForm(Form):
    """The earlier vote to try the rules on."""

    met = forms.ChoiceField(label=_lazy("Met welke stemmen?"))

    def __init__(self, *args: Any, earlier: Iterable[Budget], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        titles = [(one.public_id, one.title) for one in earlier]
        self.fields["met"].choices = titles  # type: ignore[attr-defined]


class ReasonForm(Form):
    """Why the budget stops."""

    reason = fields.Title(label=_lazy("Waarom stop je? Iedereen leest dit."), max_length=MIDDLE)


class NumberForm(Form):
    """How many letters."""

    number = forms.IntegerField(label=_lazy("Hoeveel brieven?"), min_value=1, max_value=2000)


class CodeForm(Form):
    """The code from a letter."""

    code = fields.Line(label=_lazy("Jouw stemcode"), max_length=40)


class BatchForm(Form):
    """The batch of letters that ends."""

    batch = fields.Line(label=_lazy("Nummer van de partij"), max_length=20)


class PaperForm(Form):
    """The number of a paper ballot; what it chose is beside it."""

    number = forms.IntegerField(label=_lazy("Nummer op het stembiljet"), min_value=1, max_value=1_000_000)


class ReceiptForm(Form):
    """The receipt of a ballot."""

    receipt = fields.Line(label=_lazy("Jouw bewijs"), max_length=20)


class TakeOverForm(Form):
    """A finished election from a file."""

    title = fields.Title(label=_lazy("Hoe heet deze stemming?"), max_length=SHORT, required=False)
    file = forms.FileField(
        label=_lazy("Het stembestand"),
        help_text=_lazy("Een .pb-bestand van hooguit 5 MB."),
        widget=forms.FileInput,
        allow_empty_file=True,
    )
    held_on = fields.Day(label=_lazy("Wat was de laatste dag van de stemming?"))
    rule = forms.ChoiceField(
        label=_lazy("Hoe wonnen plannen?"), choices=_choices(RULE_NAMES), widget=forms.RadioSelect
    )
    completion = forms.ChoiceField(
        label=_lazy("Wat gebeurde er bij gelijke delen met geld dat overbleef?"),
        choices=_choices(COMPLETIONS),
    )
    lot = fields.Title(label=_lazy("De zin voor het lot"), max_length=SHORT, required=False)

    def clean_file(self) -> str:
        """The text of the file."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(_("Dit bestand is te groot."))
        try:
            return str(file.read().decode("utf-8-sig"))
        except UnicodeDecodeError:
            raise forms.ValidationError(_("Dit bestand is geen leesbare tekst.")) from None
