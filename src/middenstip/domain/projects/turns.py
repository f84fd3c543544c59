"""Whose turn it is in a project and in what hangs under it.

| a project | who | ask |
|---|---|---|
| plan, a wish has no answer | the coordinator | answer the wish |
| plan, each wish has one | the coordinator | go on with the plan, file it or begin |
| filed | the seat to which it was filed | answer |
| decided | the coordinator | begin |
| running, an order is open | as that order says, the one that is due first | |
| running, no order is open | the coordinator | reach the milestones, and deliver |
| delivered | the coordinator | begin the upkeep |
| upkeep or learned | nobody | |

| an order | who | ask |
|---|---|---|
| asked | the contractor | accept it or not |
| accepted or busy | the contractor | do it |
| delivered | the client | is it good? |
| refused | the contractor | repair it |
| approved | the client | book the payment |
| paid or off | nobody | |

*Mijn* also has a row for extra work that the other side must sign, a tranche that was asked or whose day
came, a milestone whose day came, a step of the continuity check, a task that a person took, and a scheme that
the team wants to ask, from eight weeks before its last day.

When nobody sits in the seat of the coordinator, the initiator has its turns.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import DateField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce
from django.utils.translation import gettext_noop as _noop

from middenstip.domain.parties.models import Membership, Seat
from middenstip.domain.parties.selectors import on_day
from middenstip.domain.projects.lifecycle import (
    ACCEPTED,
    APPROVED,
    ASKED,
    BUSY,
    DECIDED,
    DELIVERED,
    FILED,
    HANDED,
    LEARNED,
    PLANNING,
    REFUSED,
    RUNNING,
)
from middenstip.domain.projects.models import (
    Application,
    Check,
    Extra,
    Filing,
    Member,
    Milestone,
    Order,
    Project,
    Take,
    Tranche,
    Wish,
)
from middenstip.kernel.turn import Move, Turn, Turns, Who, rows, turn_for

AHEAD = timedelta(weeks=8)
PLAN_PAGE, ORDER_PAGE = "/project/{}/", "/opdracht/{}/#doen"
ANSWER_WISH = Move(
    "project_wish",
    _noop("Geef antwoord op de wens: %(words)s"),
    _noop("Geef antwoord"),
    f"{PLAN_PAGE}#wensen",
)
PLAN = Move(
    "project_plan",
    _noop("Schrijf het plan verder. Is het klaar, dien het dan in of begin."),
    _noop("Naar het plan"),
    f"{PLAN_PAGE}#plan",
)
ANSWER_FILING = Move(
    "project_filing", _noop("Geef antwoord op het plan."), _noop("Lees het plan"), f"{PLAN_PAGE}#ingediend"
)
BEGIN = Move(
    "project_begin",
    _noop("Er is een besluit. Begin met de uitvoering."),
    _noop("Begin"),
    f"{PLAN_PAGE}doe/begin/",
)
DELIVER = Move(
    "project_deliver",
    _noop("Haal de mijlpalen. Is alles klaar, lever dan op."),
    _noop("Naar de uitvoering"),
    f"{PLAN_PAGE}uitvoering/",
)
MAINTAIN = Move(
    "project_maintain",
    _noop("Het werk is opgeleverd. Begin met het beheer."),
    _noop("Begin met het beheer"),
    f"{PLAN_PAGE}doe/beheer/",
)
ACCEPT = Move(
    "order_accept", _noop("Neem je deze opdracht aan? %(words)s"), _noop("Lees de opdracht"), ORDER_PAGE
)
WORK = Move("order_work", _noop("Voer de opdracht uit: %(words)s"), _noop("Lees de opdracht"), ORDER_PAGE)
JUDGE = Move("order_judge", _noop("Is dit goed opgeleverd? %(words)s"), _noop("Geef antwoord"), ORDER_PAGE)
REPAIR = Move(
    "order_repair", _noop("Herstel wat nog niet goed is: %(words)s"), _noop("Lees waarom"), ORDER_PAGE
)
PAY = Move(
    "order_pay", _noop("Goedgekeurd. Boek de betaling: %(words)s"), _noop("Boek de betaling"), ORDER_PAGE
)
SIGN_EXTRA = Move(
    "order_extra", _noop("Teken het meerwerk: %(words)s"), _noop("Lees het meerwerk"), ORDER_PAGE
)
PAY_TRANCHE = Move(
    "tranche_pay",
    _noop("Betaal het deelbedrag, of houd het in: %(words)s"),
    _noop("Naar de toekenning"),
    f"{PLAN_PAGE}geld/#toekenningen",
)
ASK_TRANCHE = Move(
    "tranche_ask",
    _noop("Vraag het deelbedrag aan: %(words)s"),
    _noop("Naar de toekenning"),
    f"{PLAN_PAGE}geld/#toekenningen",
)
REACH = Move(
    "project_milestone",
    _noop("Is deze mijlpaal gehaald? %(words)s"),
    _noop("Naar de uitvoering"),
    f"{PLAN_PAGE}uitvoering/",
)
STEP = Move("project_step", _noop("Zet deze stap: %(words)s"), _noop("Bekijk"), f"{PLAN_PAGE}mensen/#blijft")
TASK = Move("project_task", _noop("Jij doet deze taak: %(words)s"), _noop("Bekijk"), f"{PLAN_PAGE}mensen/")
APPLY = Move("project_apply", _noop("Vraag geld aan bij %(words)s."), _noop("Bekijk"), f"{PLAN_PAGE}fondsen/")
MOVES = (
    *(ANSWER_WISH, PLAN, ANSWER_FILING, BEGIN, DELIVER, MAINTAIN),
    *(ACCEPT, WORK, JUDGE, REPAIR, PAY, SIGN_EXTRA),
    *(PAY_TRANCHE, ASK_TRANCHE, REACH, STEP, TASK, APPLY),
)
OPEN_ORDERS = (ASKED, ACCEPTED, BUSY, HANDED, REFUSED, APPROVED)
_ORDER_MOVES = {ASKED: ACCEPT, ACCEPTED: WORK, BUSY: WORK, REFUSED: REPAIR, HANDED: JUDGE, APPROVED: PAY}
_ASKED_OF_CLIENT = (HANDED, APPROVED)
_LED = {DECIDED: BEGIN, RUNNING: DELIVER, DELIVERED: MAINTAIN}


@dataclass(frozen=True)
class ProjectAt:
    """The data of one project from which its turn follows.

    `seat` is the key of the seat that coordinates; when nobody sits there it is 0, and `person` is the key of
    the initiator. Both are 0 when the initiator was erased too: then any colleague of the desk may do it.
    `wish` is the oldest without an answer, `order` the open one that is due first.
    """

    public_id: str
    state: str
    leader: Who
    seat: int = 0
    person: int = 0
    wish: Wish | None = None
    filing: Filing | None = None
    order: Order | None = None


def turn(project: ProjectAt) -> Turn | None:
    """Whose turn it is; None when nobody's."""
    if project.state == FILED and project.filing:
        filing = project.filing
        told: dict[str, Any] = {"since": filing.at, "due": filing.due_on}
        return turn_for(ANSWER_FILING, project.public_id, _who(filing.to), seats=[filing.to_id], **told)
    if project.state == PLANNING:
        if project.wish:
            return _led(ANSWER_WISH, project, words=project.wish.text)
        return _led(PLAN, project)
    if project.state == RUNNING and project.order:
        return order_turn(project.order)
    return _led(_LED[project.state], project) if project.state in _LED else None


def order_turn(order: Order) -> Turn | None:
    """Whose turn it is about an order (read with its sides)."""
    move = _ORDER_MOVES.get(order.state)
    if move is None:
        return None
    seat = order.client if order.state in _ASKED_OF_CLIENT else order.contractor
    told: dict[str, Any] = {"words": order.what, "since": order.moved_at, "due": _due(order)}
    return turn_for(move, order.public_id, _who(seat), seats=[seat.pk], **told)


def rows_for(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    """The same as rows of *Mijn* for this person (a key) in these seats (keys)."""
    return [
        *_of_projects(person, seats, today),
        *_of_orders(seats),
        *_of_money(person, seats, today),
        *_beside(person, seats, today),
    ]


def _due(order: Order) -> date | None:
    if order.state in _ASKED_OF_CLIENT:
        return None
    return order.repair_by if order.state == REFUSED else order.due_on


def _who(seat: Seat) -> Who:
    return Who(seat.label, half=seat.half)


def _led(move: Move, project: ProjectAt, words: str = "") -> Turn:
    seats = [project.seat] if project.seat else []
    about: dict[str, Any] = {"seats": seats, "person": project.person, "words": words}
    return turn_for(move, project.public_id, project.leader, **about)


def _of_projects(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    unanswered = Wish.objects.filter(outcome="")
    oldest = Wish.objects.filter(outcome="", project=OuterRef("project"), pk__lt=OuterRef("pk"))
    wishes = unanswered.filter(~Exists(oldest), project__state=PLANNING)
    planning = Project.objects.filter(~Exists(unanswered.filter(project=OuterRef("pk"))), state=PLANNING)
    busy = Exists(Order.objects.filter(project=OuterRef("pk"), state__in=OPEN_ORDERS))
    running = Project.objects.filter(~busy, state=RUNNING)
    filings = Filing.objects.filter(outcome="", to__in=seats, project__state=FILED)
    around: dict[str, Any] = {"target": "project__public_id", "title": "project__title"}
    found = [
        *_by_coordinator(ANSWER_WISH, wishes, person, seats, today, words="text", **around),
        *_by_coordinator(PLAN, planning, person, seats, today, path="", title="title"),
        *_by_coordinator(DELIVER, running, person, seats, today, path="", title="title"),
        rows(ANSWER_FILING, filings, seat="to_id", due="due_on", **around),
    ]
    for state in (DECIDED, DELIVERED):
        waiting = Project.objects.filter(state=state)
        found += _by_coordinator(_LED[state], waiting, person, seats, today, path="", title="title")
    return found


def _of_orders(seats: Sequence[int]) -> list[QuerySet[Any, Any]]:
    about = {"title": "project__title", "words": "what"}
    found = []
    for move in dict.fromkeys(_ORDER_MOVES.values()):
        states = [state for state, one in _ORDER_MOVES.items() if one is move]
        side = "client" if states[0] in _ASKED_OF_CLIENT else "contractor"
        due = "" if side == "client" else "repair_by" if move is REPAIR else "due_on"
        orders = Order.objects.filter(state__in=states, **{f"{side}__in": seats})
        found.append(rows(move, orders, seat=f"{side}_id", due=due, **about))
    open_extras = Extra.objects.filter(order__state__in=(ASKED, ACCEPTED, BUSY, REFUSED))
    for side in ("client", "contractor"):
        extras = open_extras.filter(**{f"{side}_at": None, f"order__{side}__in": seats})
        extra_about = {"target": "order__public_id", "title": "order__what", "words": "what"}
        found.append(rows(SIGN_EXTRA, extras, seat=f"order__{side}_id", **extra_about))
    return found


def _of_money(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    granted = Tranche.objects.filter(award__state="granted").exclude(award__project__state=LEARNED)
    asked = granted.filter(state="asked", award__giver__in=seats)
    ready = granted.filter(Q(state="met") | Q(state="planned", due_on__lte=today))
    about: dict[str, Any] = {"target": "award__project__public_id", "title": "award__project__title"}
    about |= {"words": "award__name", "due": "due_on"}
    planned = Application.objects.filter(outcome="gepland", scheme__deadline__gte=today)
    # The database counts back from the deadline: this query is built once, for every day.
    begin = Cast(F("scheme__deadline") - Value(AHEAD), DateField())
    soon = planned.alias(begin=begin).filter(begin__lte=today).exclude(project__state=LEARNED)
    apply: dict[str, Any] = {"target": "project__public_id", "title": "project__title"}
    apply |= {"words": "scheme__name", "due": "scheme__deadline"}
    return [
        rows(PAY_TRANCHE, asked, seat="award__giver_id", **about),
        *_by_coordinator(ASK_TRANCHE, ready, person, seats, today, path="award__project__", **about),
        *_by_coordinator(APPLY, soon, person, seats, today, **apply),
    ]


def _beside(person: int, seats: Sequence[int], today: date) -> list[QuerySet[Any, Any]]:
    around: dict[str, Any] = {"target": "project__public_id", "title": "project__title"}
    milestones = Milestone.objects.filter(state="open", due_on__lte=today, project__state=RUNNING)
    steps = Check.objects.filter(is_there=False, owner__in=seats).exclude(project__state=LEARNED)
    taken = Take.objects.filter(person=person, is_reserve=False, task__state__in=("open", "filled"))
    taken = taken.exclude(task__project__state=LEARNED)
    return [
        *_by_coordinator(REACH, milestones, person, seats, today, words="name", due="due_on", **around),
        rows(STEP, steps, seat="owner_id", words="step", due="due_on", **around),
        rows(
            TASK, taken, target="task__project__public_id", title="task__project__title",
            words="task__what", due="task__day",
        ),
    ]  # fmt: skip


def _by_coordinator(
    move: Move,
    found: QuerySet[Any],
    person: int,
    seats: Sequence[int],
    today: date,
    path: str = "project__",
    **about: Any,
) -> list[QuerySet[Any, Any]]:
    """Rows for the coordinator, and for the initiator when nobody sits there. `path` leads to the project."""
    leads = {f"{path}members__is_coordinator": True, f"{path}members__seat__in": seats}
    sits = Exists(Membership.objects.filter(on_day(today), seat=OuterRef("seat")))
    led = Member.objects.filter(sits, project=OuterRef(f"{path}pk"), is_coordinator=True)
    left = found.filter(~Exists(led), **{f"{path}initiative__initiator": person})
    return [
        rows(move, found.filter(**leads), seat=f"{path}members__seat_id", **about),
        rows(move, left, **about),
    ]


def first_order(orders: QuerySet[Order]) -> Order | None:
    """The open order that is due first, of these. One query."""
    open_orders = orders.filter(state__in=OPEN_ORDERS)
    sides = open_orders.select_related("client__side__organisation", "contractor__side__organisation")
    return sides.order_by(Coalesce(F("repair_by"), F("due_on")), "pk").first()


TURNS = Turns(MOVES, rows_for)
