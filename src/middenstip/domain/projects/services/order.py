"""Orders between two seats: asked, accepted, delivered, judged and paid; and extra work."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import ACCEPTED, ASKED, BUSY, HANDED, OFF, ORDER, REFUSED
from middenstip.domain.projects.models import Extra, Line, Order, Project
from middenstip.domain.projects.selectors.project import team_of
from middenstip.domain.projects.services.hold import (
    amount_above_nought,
    coming,
    hold,
    hold_for,
    needed,
    tell_order,
)
from middenstip.domain.projects.services.money import TOO_MUCH, pay_from_line
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require
from middenstip.kernel.write import write


@write
@once(lambda public_id: Order.objects.get(public_id=public_id))
def ask_order(
    *,
    by: Actor,
    line: Line,
    contractor: Seat,
    what: str,
    price: int,
    due_on: date | None,
    instructions: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Order:
    """Ask a seat of any half for work. Its price is kept free on the line from now on."""
    project, team = hold_for(by, line.project)
    require(rules.may_approve(by, project, team))
    if contractor.pk == by.seat_id:
        raise Invalid({"contractor": "Je geeft geen opdracht aan jezelf. Kies een andere zetel."})
    cents = amount_above_nought("price", price)
    told, day = needed(what=what), coming("due_on", due_on, at)
    line = Line.objects.get(pk=line.pk)
    _reserve(project, line, cents)
    order = Order(
        project=project, line=line, client_id=by.seat_id, contractor=contractor,
        what=typed.line(told["what"]),
        instructions=typed.text(instructions), price=cents, due_on=day, asked_at=at, moved_at=at,
    )  # fmt: skip
    order.public_id = public_id or order.public_id
    order.store()
    tell_order(facts.OrderAsked, order, project, by, at, seat=contractor.public_id)
    return order


@write
def move_order(*, by: Actor, order: Order, act: str, at: datetime) -> Order:
    """A step of the contractor (accept, decline, begin, deliver), or the client takes the question back."""
    if act not in ("accept", "decline", "begin", "deliver", "withdraw"):
        raise NotNow("Dit kan niet met een opdracht.")
    project, order = _held(order)
    require(rules.may_be_client(by, order) if act == "withdraw" else rules.may_contract(by, order))
    order.state, order.moved_at = ORDER.after(order.state, act), at
    if order.state == HANDED:
        order.delivered_by_id, order.delivered_at, order.rung_at = by.person_id, at, None
        order.store()
        tell_order(facts.OrderDelivered, order, project, by, at)
        return order
    order.store()
    if order.state == OFF:
        _reserve(project, Line.objects.get(pk=order.line_id), -order.price)
    tell_order(facts.OrderMoved, order, project, by, at, state=order.state)
    return order


@write
def approve_order(*, by: Actor, order: Order, at: datetime) -> Order:
    """What was delivered is good. Nobody approves their own work."""
    project, order = _held(order)
    require(rules.may_judge(by, order, team_of(project)))
    order.state, order.moved_at = ORDER.after(order.state, "approve"), at
    order.store("state", "moved_at")
    tell_order(facts.OrderApproved, order, project, by, at)
    return order


@write
def refuse_order(*, by: Actor, order: Order, why: str, repair_by: date | None, at: datetime) -> Order:
    """What was delivered is not good yet: why, and by when it must be repaired."""
    project, order = _held(order)
    require(rules.may_judge(by, order, team_of(project)))
    order.state, order.moved_at = ORDER.after(order.state, "refuse"), at
    order.why_refused = needed(why=why)["why"]
    order.repair_by = coming("repair_by", repair_by, at)
    order.times_refused += 1
    order.store()
    tell_order(facts.OrderRefused, order, project, by, at, due=order.repair_by.isoformat())
    return order


@write
def pay_order(*, by: Actor, order: Order, at: datetime) -> Order:
    """Book the payment of an approved order, once. It never comes before the approval."""
    project, order = _held(order)
    require(rules.may_pay(by, order, team_of(project)))
    order.state, order.moved_at = ORDER.after(order.state, "pay"), at
    order.store("state", "moved_at")
    line = Line.objects.get(pk=order.line_id)
    day = timezone.localdate(at)
    pay_from_line(by, project, line, order.price, at, day=day, text=order.what, order=order)
    tell_order(facts.OrderPaid, order, project, by, at)
    return order


@write
def ask_extra(*, by: Actor, order: Order, what: str, price: int, at: datetime) -> Extra:
    """One side proposes extra work, and so signs it. The other side must sign too."""
    project, order = _held(order)
    require(rules.may_sign_extra(by, order))
    _require_running(order)
    cents, told = amount_above_nought("price", price), needed(what=what)
    if order.extras.exclude(client_at__isnull=False, contractor_at__isnull=False).exists():
        raise NotNow("Er ligt al meerwerk om te tekenen. Teken dat eerst.")
    extra = Extra(order=order, what=typed.line(told["what"]), price=cents)
    _sign(by, order, extra, at)
    extra.store()
    tell_order(facts.ExtraSigned, order, project, by, at, is_agreed=False)
    return extra


@write
def sign_extra(*, by: Actor, extra: Extra, at: datetime) -> Extra:
    """The other side signs: now it counts, and its price is kept free on the line."""
    project, order = _held(extra.order)
    require(rules.may_sign_extra(by, order))
    extra = Extra.objects.get(pk=extra.pk)
    _require_running(order)
    _sign(by, order, extra, at)
    extra.store()
    if not (extra.client_at and extra.contractor_at):
        raise NotNow("Je tekende hier al. Nu is de andere kant aan zet.")
    _reserve(project, Line.objects.get(pk=order.line_id), extra.price)
    order.price += extra.price
    order.store("price")
    tell_order(facts.ExtraSigned, order, project, by, at, is_agreed=True)
    return extra


def _sign(by: Actor, order: Order, extra: Extra, at: datetime) -> None:
    if extra.client_at and extra.contractor_at:
        raise NotNow("Dit meerwerk is al getekend.")
    if by.seat_id == order.client_id:
        extra.client_at = at
    else:
        extra.contractor_at = at


def _require_running(order: Order) -> None:
    if order.state not in (ASKED, ACCEPTED, BUSY, REFUSED):
        raise NotNow(ORDER.refusal(order.state))


def _reserve(project: Project, line: Line, cents: int) -> None:
    """Keep money free on a line; below nought sets it free again."""
    if cents > line.left:
        raise NotNow(TOO_MUCH)
    line.ordered += cents
    line.store("ordered")
    project.ordered += cents
    project.store("ordered")


def _held(order: Order) -> tuple[Project, Order]:
    project = hold(order.project)
    order = Order.objects.get(pk=order.pk)
    order.project = project
    return project, order
