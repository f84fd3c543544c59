"""Every act on a project: its words, its form, and the service that does it. One page shows them all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_noop as _noop

from middenstip.domain.parties.models import Seat
from middenstip.domain.parties.selectors import seat_by_id
from middenstip.domain.projects import method, services
from middenstip.domain.projects.lifecycle import MOVES
from middenstip.domain.projects.models import (
    Application,
    Award,
    Filing,
    FundingScheme,
    Line,
    Milestone,
    Project,
    Source,
    Task,
    Tranche,
    Value,
    Wish,
)
from middenstip.domain.projects.models.plan import TEXTS
from middenstip.domain.projects.selectors import project_by_id
from middenstip.domain.projects.services.award import Part
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Invalid
from middenstip.web.pages.projects import forms
from middenstip.web.pages.projects.books import entries_of
from middenstip.web.shared.forms import Form

Run = Callable[[Actor, Any, dict[str, Any], datetime], Any]
PLAN, DOING, MONEY, PEOPLE = "projects:detail", "projects:doing", "projects:money", "projects:people"
MODEL, FUNDS, REPORT = "projects:model", "projects:project_funds", "projects:report"


@dataclass(frozen=True)
class Act:
    """One act: its form and what it does. `model` is what it is about (none: the project itself).

    `run` gets the actor, that thing, the values of the form, and the moment. `page` is shown afterwards.
    `path` leads from the thing to its project; without one (`""`) it belongs to no project, and `run` gets it
    and the project. `key` is the column that an address names.
    """

    title: str
    label: str
    done: str
    page: str
    run: Run
    form: type[Form] = Form
    model: type[Any] | None = None
    path: str = "project"
    key: str = "public_id"
    intro: str = ""


def _seat(public_id: str, field: str) -> Seat:
    seat = seat_by_id(public_id)
    if seat is None:
        raise Invalid({field: "Kies een zetel uit de lijst."})
    return seat


def _parts(text: str) -> list[Part]:
    """Tranches as lines of *day; amount; condition*. Raises `Invalid` with the number of the line."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        day, _, rest = line.partition(";")
        amount, _, condition = rest.partition(";")
        try:
            on = datetime.strptime(day.strip(), "%Y-%m-%d").date()  # noqa: DTZ007 - a day has no zone
            found.append(Part(method.cents(amount.strip()), on, condition.strip()))
        except (ValueError, Invalid) as wrong:
            said = f"Regel {number} is niet te lezen. Schrijf: dag; bedrag; voorwaarde."
            raise Invalid({"parts": said}) from wrong
    return found


def _award(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    parts = _parts(told.pop("parts"))
    return services.grant_award(by=by, project=project, parts=parts, at=at, **told)


def _close(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    keeper = told.pop("keeper")
    told.pop("key")
    seat = _seat(keeper, "keeper") if keeper else None
    return services.close_project(by=by, project=project, keeper=seat, at=at, **told)


def _check(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    owner = told.pop("owner")
    told.pop("key")
    seat = _seat(owner, "owner") if owner else None
    return services.answer_check(by=by, project=project, owner=seat, at=at, **told)


def _file(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    told.pop("key")
    to = _seat(told.pop("to"), "to")
    return services.file_plan(by=by, project=project, to=to, at=at, **told)


def _order(by: Actor, line: Line, told: dict[str, Any], at: datetime) -> Any:
    contractor = _seat(told.pop("contractor"), "contractor")
    return services.ask_order(by=by, line=line, contractor=contractor, at=at, **told)


def _plan(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    texts = {name: told[name] for name in TEXTS}
    return services.write_plan(by=by, project=project, number=told["number"], texts=texts, at=at)


def _apply(by: Actor, thing: tuple[Project, FundingScheme], told: dict[str, Any], at: datetime) -> Any:
    project, scheme = thing
    return services.apply_for(by=by, project=project, scheme=scheme, amount=told["amount"], at=at)


def _link(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    other = project_by_id(told["other"])
    if other is None:
        raise Invalid({"other": "Kies een project uit de lijst."})
    about = {"kind": told["kind"], "reason": told["reason"]}
    return services.link_project(by=by, project=project, other=other, **about, at=at)


def _list(by: Actor, project: Project, told: dict[str, Any], at: datetime) -> Any:
    entries = entries_of(told["rows"])
    return services.book_list(by=by, project=project, entries=entries, key=told["key"], at=at)


def _without_key(service: Callable[..., Any], name: str, **fixed: Any) -> Run:
    """A service that is safe to send twice by its state: it takes no key."""

    def run(by: Actor, thing: Any, told: dict[str, Any], at: datetime) -> Any:
        told.pop("key", None)
        return service(by=by, at=at, **{name: thing}, **fixed, **told)

    return run


def _once(service: Callable[..., Any], name: str) -> Run:
    def run(by: Actor, thing: Any, told: dict[str, Any], at: datetime) -> Any:
        return service(by=by, at=at, **{name: thing}, **told)

    return run


ACTS: dict[str, Act] = {
    "plan": Act(
        _noop("Schrijf het plan"), _noop("Bewaar als nieuwe versie"), _noop("Er is een nieuwe versie."),
        PLAN, _plan, forms.PlanForm,
    ),
    "mijlpaal": Act(
        _noop("Een mijlpaal erbij"), _noop("Zet erbij"), _noop("De mijlpaal staat erbij."),
        DOING, _once(services.plan_milestone, "project"), forms.MilestoneForm,
    ),
    "wijzer": Act(
        _noop("Kies een wijzer"), _noop("Zet in het plan"),
        _noop("De stappen van de wijzer staan in het plan."),
        DOING, _once(services.choose_card, "project"), forms.CardForm,
        intro=_noop("Wat de wet vraagt, wordt een mijlpaal op het spoor waar het hoort."),
    ),
    "gehaald": Act(
        _noop("Deze mijlpaal is gehaald"), _noop("Gehaald"), _noop("Gehaald. Mooi."),
        DOING, _without_key(services.close_milestone, "milestone", act="reach"), forms.ToldForm, Milestone,
    ),
    "schrap": Act(
        _noop("Deze mijlpaal gaat niet door"), _noop("Schrap"), _noop("De mijlpaal is vervallen."),
        DOING, _without_key(services.close_milestone, "milestone", act="drop"), forms.ToldForm, Milestone,
    ),
    "wens": Act(
        _noop("Doe een wens"), _noop("Verstuur"), _noop("Je wens staat erbij. Het team geeft antwoord."),
        PLAN, _once(services.make_wish, "project"), forms.WishForm,
    ),
    "antwoord": Act(
        _noop("Geef antwoord op deze wens"), _noop("Geef antwoord"), _noop("Het antwoord staat erbij."),
        PLAN, _without_key(services.answer_wish, "wish"), forms.WishAnswerForm, Wish,
    ),
    "indienen": Act(
        _noop("Dien het plan in"), _noop("Dien in"), _noop("Ingediend. De zetel krijgt bericht."),
        PLAN, _file, forms.FileForm,
        intro=_noop("De zetel krijgt één bladzijde: wat nodig is, wie erachter staat en wat jullie vragen."),
    ),
    "ontvangen": Act(
        _noop("Bevestig de ontvangst"), _noop("Ik heb het"), _noop("De ontvangst is bevestigd."),
        PLAN, _without_key(services.receive_filing, "filing"), Form, Filing,
    ),
    "besluit": Act(
        _noop("Geef antwoord op het plan"), _noop("Geef antwoord"), _noop("Je antwoord staat erbij."),
        PLAN, _without_key(services.answer_filing, "filing"), forms.AnswerForm, Filing,
    ),
    "regel": Act(
        _noop("Een regel in de begroting"), _noop("Zet erbij"), _noop("De regel staat erbij."),
        MONEY, _once(services.add_line, "project"), forms.LineForm,
    ),
    "inkomst": Act(
        _noop("Een inkomst erbij"), _noop("Zet erbij"), _noop("De inkomst staat erbij."),
        MONEY, _once(services.add_source, "project"), forms.SourceForm,
    ),
    "meer": Act(
        _noop("Besluit dat deze regel meer mag kosten"), _noop("Besluit"), _noop("Het besluit staat erbij."),
        MONEY, _once(services.decide_overrun, "line"), forms.OverrunForm, Line,
    ),
    "bon": Act(
        _noop("Boek een bon"), _noop("Boek"), _noop("De bon is geboekt."),
        MONEY, _once(services.book_expense, "line"), forms.ExpenseForm, Line,
    ),
    "binnen": Act(
        _noop("Boek wat er binnenkwam"), _noop("Boek"), _noop("Het is geboekt."),
        MONEY, _once(services.book_income, "source"), forms.IncomeForm, Source,
    ),
    "toekenning": Act(
        _noop("Ken geld toe"), _noop("Ken toe"), _noop("Het geld is toegekend."),
        MONEY, _award, forms.AwardForm,
        intro=_noop("Middenstip schrijft op wat je toekent. Het geld zelf gaat langs de bank."),
    ),
    "voorwaarde": Act(
        _noop("De voorwaarde is gehaald"), _noop("Gehaald"), _noop("De voorwaarde is gehaald."),
        MONEY, _without_key(services.move_tranche, "tranche", act="meet"), Form, Tranche, "award__project",
    ),
    "vraag-aan": Act(
        _noop("Vraag dit deelbedrag aan"), _noop("Vraag aan"), _noop("Het deelbedrag is aangevraagd."),
        MONEY, _without_key(services.move_tranche, "tranche", act="ask"), Form, Tranche, "award__project",
    ),
    "betaal": Act(
        _noop("Dit deelbedrag is betaald"), _noop("Betaald"), _noop("De betaling is geboekt."),
        MONEY, _without_key(services.move_tranche, "tranche", act="pay"), Form, Tranche, "award__project",
    ),
    "inhouden": Act(
        _noop("Houd dit deelbedrag in"), _noop("Houd in"), _noop("Het deelbedrag is ingehouden."),
        MONEY, _without_key(services.withhold_tranche, "tranche"), forms.WhyForm, Tranche, "award__project",
    ),
    "trek-in": Act(
        _noop("Trek deze toekenning in"), _noop("Trek in"), _noop("De toekenning is ingetrokken."),
        MONEY, _without_key(services.withdraw_award, "award"), forms.WhyForm, Award,
    ),
    "lijst": Act(
        _noop("Boek veel regels in één keer"), _noop("Boek alles"), _noop("Alles is geboekt."),
        REPORT, _list, forms.ListForm,
        intro=_noop("Is één regel niet goed, dan boeken we niets, en zie je welke regel het is."),
    ),
    "fonds": Act(
        _noop("Hier willen we geld vragen"), _noop("Zet op onze lijst"),
        _noop("Het fonds staat op jullie lijst. Je krijgt bericht als de uiterste dag komt."),
        FUNDS, _apply, forms.ApplyForm, FundingScheme, "",
    ),
    "gevraagd": Act(
        _noop("De aanvraag is verstuurd"), _noop("Verstuurd"), _noop("De aanvraag staat erbij."),
        FUNDS, _without_key(services.move_application, "application", act="ask"), Form, Application,
        key="scheme__public_id",
    ),
    "toegekend": Act(
        _noop("De aanvraag is toegekend"), _noop("Toegekend"), _noop("Mooi. Het staat erbij."),
        FUNDS, _without_key(services.move_application, "application", act="grant"), Form, Application,
        key="scheme__public_id",
        intro=_noop("De gever zet het geld zelf bij dit project. Dan telt het mee."),
    ),
    "afgewezen": Act(
        _noop("De aanvraag is afgewezen"), _noop("Afgewezen"), _noop("Het staat erbij."),
        FUNDS, _without_key(services.move_application, "application", act="reject"), Form, Application,
        key="scheme__public_id",
    ),
    "vraag-niet": Act(
        _noop("We vragen hier geen geld"), _noop("Gaat niet door"), _noop("Het staat erbij."),
        FUNDS, _without_key(services.move_application, "application", act="drop"), Form, Application,
        key="scheme__public_id",
    ),
    "waarde": Act(
        _noop("Wat is het waard, en voor wie?"), _noop("Zet erbij"), _noop("De trede staat erbij."),
        MODEL, _once(services.add_value, "project"), forms.ValueForm,
        intro=_noop("Zonder bewijs noemen we het een aanname. Het bewijs kun je later geven."),
    ),
    "bewijs": Act(
        _noop("Geef het bewijs"), _noop("Bewaar"), _noop("Het bewijs staat erbij."),
        MODEL, _without_key(services.prove_value, "value"), forms.ProofForm, Value,
    ),
    "waarde-weg": Act(
        _noop("Haal deze trede weg"), _noop("Haal weg"), _noop("De trede is weg."),
        MODEL, _without_key(services.drop_value, "value"), Form, Value,
    ),
    "verband": Act(
        _noop("Noem een ander project"), _noop("Zet erbij"), _noop("Het verband staat erbij."),
        DOING, _link, forms.LinkForm,
        intro=_noop("Wachten jullie op een ander project, of kan er iets samen? Dat team krijgt bericht."),
    ),
    "opdracht": Act(
        _noop("Geef een opdracht"), _noop("Vraag het"), _noop("De opdracht is gevraagd."),
        DOING, _order, forms.OrderForm, Line,
        intro=_noop("De prijs blijft vanaf nu vrij op deze regel van de begroting."),
    ),
    "taak": Act(
        _noop("Vraag mensen voor een taak"), _noop("Vraag het"), _noop("De taak staat erbij."),
        PEOPLE, _once(services.ask_task, "project"), forms.TaskForm,
    ),
    "doe-mee": Act(
        _noop("Ik doe deze taak"), _noop("Ik doe mee"), _noop("Fijn. Je staat erbij."),
        PEOPLE, _without_key(services.take_task, "task"), Form, Task,
    ),
    "geef-terug": Act(
        _noop("Ik kan toch niet"), _noop("Geef terug"), _noop("De taak is teruggegeven."),
        PEOPLE, _without_key(services.hand_back_task, "task"), Form, Task,
    ),
    "klaar": Act(
        _noop("Deze taak is gedaan"), _noop("Gedaan"), _noop("Gedaan. Dank je wel."),
        PEOPLE, _without_key(services.finish_task, "task"), forms.FinishForm, Task,
    ),
    "blijft": Act(
        _noop("Blijft het bestaan?"), _noop("Bewaar"), _noop("Het antwoord staat erbij."),
        PEOPLE, _check, forms.CheckForm,
    ),
    "afsluiten": Act(
        _noop("Sluit het project af"), _noop("Sluit af"), _noop("Het project is afgesloten."),
        PLAN, _close, forms.CloseForm,
        intro=_noop("Mislukt is ook een uitkomst. Ook daar leren anderen van."),
    ),
}  # fmt: skip
_STEPS = {"begin": "start", "opleveren": "deliver", "nog-niet": "resume", "beheer": "maintain"}
for _word, _step in _STEPS.items():
    ACTS[_word] = Act(
        MOVES[_step], MOVES[_step], _noop("Het project is een stap verder."), DOING,
        _without_key(services.move_project, "project", act=_step),
    )  # fmt: skip

ORDER_STEPS = {
    "aannemen": ("accept", _noop("Je nam de opdracht aan.")),
    "niet-aannemen": ("decline", _noop("Je nam de opdracht niet aan.")),
    "beginnen": ("begin", _noop("Je bent begonnen.")),
    "opleveren": ("deliver", _noop("Opgeleverd. De opdrachtgever kijkt het na.")),
    "intrekken": ("withdraw", _noop("De opdracht is ingetrokken.")),
}
