"""Any acts in any order: lines, awards and the accounts of buurt, wijk and gemeente agree to the cent.

And no order of acts pays for a delivery that nobody else approved.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from middenstip.domain.areas.models import Area
from middenstip.domain.projects import services
from middenstip.domain.projects.models import (
    Award,
    Booking,
    Extra,
    Line,
    Order,
    Pot,
    Project,
    Source,
    Tranche,
)
from middenstip.domain.projects.selectors.lists import sums_over, totals_in
from middenstip.domain.projects.services.award import Part
from middenstip.kernel.actor import Actor
from middenstip.kernel.verdict import Forbidden, Refused
from tests.cast import FAR, Cast, seat_of
from tests.domain.projects.test_values import beside
from tests.journeys.test_start_project import a_line, project_by

RUNNING = ("asked", "accepted", "busy", "delivered", "refused", "approved")
STEP_AFTER = {"asked": "accept", "accepted": "begin", "busy": "deliver", "refused": "deliver"}
PART_AFTER = {"planned": "meet", "met": "ask", "asked": "pay"}
# An order needs five steps before it is paid: they come more often.
ACTS = (
    *("earn", "spend", "overrun", "grant", "tranche", "withhold", "withdraw", "ask", "extra", "sign"),
    *("step", "approve", "refuse", "pay", "line", "go_on", "go_on", "go_on", "go_on"),
)
MOVE = st.tuples(st.sampled_from(ACTS), st.integers(0, 2), st.integers(0, 9), st.integers(1, 30_00))


@dataclass
class Books:
    """Two projects of one team in two wijken, and what is tried on them."""

    cast: Cast
    done: Counter[str] = field(default_factory=Counter)
    judged: dict[int, int] = field(default_factory=dict)  # by order: the seat that approved it
    by: Actor = field(init=False)  # who did the last act

    def act(self, what: str, by: Actor, pick: int, cents: int) -> None:
        """Try one act; what is refused leaves everything as it was."""
        self.by, before = by, dict(Order.objects.values_list("pk", "state"))
        with suppress(Refused, IndexError):  # IndexError: there is none yet
            vars(Books)[f"_{what}"](self, by, pick, cents)
            self.done[what] += 1
        for order in Order.objects.all():
            was = before.get(order.pk, "asked")
            if order.state == "approved" and was != "approved":
                assert was == "delivered"
                self.judged[order.pk] = self.by.seat_id
            if order.state == "paid" and was != "paid":
                assert was == "approved"
                self.done["paid"] += 1
                assert order.contractor_id not in (self.judged[order.pk], self.by.seat_id)

    def _line(self, by: Actor, pick: int, cents: int) -> None:
        about = {"first_on": self.cast.today, "last_on": FAR, "pot": ["", "tuin"][pick % 2]}
        project = _one(Project, pick)
        services.add_line(by=by, project=project, name=f"{pick}", planned=cents, **about, at=self.cast.tick())

    def _earn(self, by: Actor, pick: int, cents: int) -> None:
        about = {"source": _one(Source, pick), "day": self.cast.today, "amount": cents}
        services.book_income(by=by, **about, at=self.cast.tick())

    def _spend(self, by: Actor, pick: int, cents: int) -> None:
        bill = {"number": f"{pick}", "day": self.cast.today, "amount": cents, "text": "Touw"}
        services.book_expense(by=by, line=_one(Line, pick), **bill, at=self.cast.tick())

    def _overrun(self, by: Actor, pick: int, cents: int) -> None:
        about = {"line": _one(Line, pick), "amount": cents, "reason": "Duurder"}
        services.decide_overrun(by=by, **about, at=self.cast.tick())

    def _grant(self, by: Actor, pick: int, cents: int) -> None:
        about = {"kind": "fonds", "name": "Fonds", "covers_on": FAR, "pot": ["", "tuin"][pick % 2]}
        parts = [Part(cents, FAR), Part(pick + 1, FAR, "klaar")]
        amount, project = cents + pick + 1, _one(Project, pick)
        services.grant_award(by=by, project=project, amount=amount, parts=parts, **about, at=self.cast.tick())

    def _tranche(self, by: Actor, pick: int, cents: int) -> None:
        tranche = _one(Tranche, pick)
        act = PART_AFTER.get(tranche.state, "pay")
        giver = {one.seat_id: one for one in self.team}[tranche.award.giver_id]
        services.move_tranche(by=giver, tranche=tranche, act=act, at=self.cast.tick())

    def _withhold(self, by: Actor, pick: int, cents: int) -> None:
        services.withhold_tranche(by=by, tranche=_one(Tranche, pick), why="Te laat", at=self.cast.tick())

    def _withdraw(self, by: Actor, pick: int, cents: int) -> None:
        services.withdraw_award(by=by, award=_one(Award, pick), why="Anders", at=self.cast.tick())

    def _ask(self, by: Actor, pick: int, cents: int) -> None:
        about = {"line": _one(Line, pick), "what": "Werk", "price": cents, "due_on": FAR}
        seat = seat_of(self.team[cents % 3])
        services.ask_order(by=by, contractor=seat, **about, at=self.cast.tick())

    def _extra(self, by: Actor, pick: int, cents: int) -> None:
        services.ask_extra(by=by, order=_one(Order, pick), what="Hek", price=cents, at=self.cast.tick())

    def _sign(self, by: Actor, pick: int, cents: int) -> None:
        services.sign_extra(by=by, extra=_one(Extra, pick), at=self.cast.tick())

    def _step(self, by: Actor, pick: int, cents: int) -> None:
        act = ["accept", "begin", "deliver", "decline", "withdraw"][cents % 5]
        services.move_order(by=by, order=_one(Order, pick), act=act, at=self.cast.tick())

    def _go_on(self, by: Actor, pick: int, cents: int) -> None:
        """The step that comes next, by the first of the team who may take it."""
        order = _one(Order, pick)
        step = STEP_AFTER.get(order.state)
        for one in self.team:
            self.by = one
            with suppress(Forbidden):
                if step:
                    services.move_order(by=self.by, order=order, act=step, at=self.cast.tick())
                elif order.state == "delivered":
                    services.approve_order(by=self.by, order=order, at=self.cast.tick())
                else:
                    services.pay_order(by=self.by, order=order, at=self.cast.tick())
                return

    def _approve(self, by: Actor, pick: int, cents: int) -> None:
        services.approve_order(by=by, order=_one(Order, pick), at=self.cast.tick())

    def _refuse(self, by: Actor, pick: int, cents: int) -> None:
        about = {"why": "Scheef", "repair_by": FAR}
        services.refuse_order(by=by, order=_one(Order, pick), **about, at=self.cast.tick())

    def _pay(self, by: Actor, pick: int, cents: int) -> None:
        services.pay_order(by=by, order=_one(Order, pick), at=self.cast.tick())

    @property
    def team(self) -> tuple[Actor, ...]:
        return self.cast.marijke, self.cast.ilse, self.cast.bas


def _one(model: Any, pick: int) -> Any:
    rows = list(model.objects.order_by("pk"))
    return rows[pick % len(rows)] if rows else rows[0]


def reconciled() -> None:
    """Each project agrees with its rows, and each area with its projects."""
    for project in Project.objects.all():
        lines, bookings = list(project.lines.all()), list(project.bookings.all())
        received = sum(one.amount for one in bookings if one.is_in)
        paid = sum(one.amount for one in bookings if not one.is_in)
        assert (project.received, project.paid) == (received, paid)
        assert (project.paid, project.ordered) == _sums(lines, lambda one: (one.paid, one.ordered))
        assert project.planned == sum(one.allowed for one in lines)
        for line in lines:
            spent = sum(one.amount for one in bookings if one.line_id == line.pk)
            free = sum(one.price for one in line.orders.filter(state__in=RUNNING))
            assert (line.paid, line.ordered) == (spent, free)
            assert line.paid + line.ordered <= line.allowed
        balances = Pot.objects.filter(project=project).values_list("balance", flat=True)
        assert sum(balances) == received - paid
    for award in Award.objects.all():
        parts = list(award.tranches.all())
        assert sum(one.amount for one in parts) == award.amount
        booked = Booking.objects.filter(tranche__award=award).values_list("amount", flat=True)
        assert sum(booked) == sum(one.amount for one in parts if one.state == "paid")
    for one in Booking.objects.filter(order__isnull=False).select_related("order"):
        assert (one.order.state, one.order.price) == ("paid", one.amount)
    _areas_agree()


def _areas_agree() -> None:
    """The gemeente is its wijken together, and a buurt its own project; nothing counts twice."""
    one, other = Project.objects.order_by("pk")
    gemeente, buurt = one.municipality, one.area
    wijken = [project.district for project in (one, other)]
    held = {gemeente: (one, other), wijken[0]: (one,), wijken[1]: (other,), buurt: (one,)}
    for area, projects in held.items():
        sums = totals_in(area, 2026)
        went = [sum(cents for (_half, is_in), cents in sums.items() if is_in == way) for way in (True, False)]
        assert tuple(went) == _sums(projects, lambda one: (one.received, one.paid))
    lines, whole = sums_over([gemeente, *wijken, buurt], FAR)
    assert lines[0] == whole
    assert whole["paid"] == lines[1]["paid"] + lines[2]["paid"] == one.paid + other.paid
    assert lines[3] == lines[1]


def _sums(rows: Any, of: Callable[[Any], tuple[int, int]]) -> tuple[int, int]:
    told = [of(one) for one in rows]
    return sum(first for first, _ in told), sum(second for _, second in told)


def two_projects(cast: Cast) -> None:
    """In two wijken of one gemeente, each with a line and money that comes."""
    first = project_by(cast, "gezamenlijk")
    second = beside(cast, first, "Speeltuin")
    for seat in (cast.marijke.seat_id, cast.ilse.seat_id):
        second.members.get_or_create(seat_id=seat, defaults={"since": cast.at})
    city = {"municipality": first.municipality, "year": first.area.year}
    wijk = first.district
    assert wijk
    east = {"code": "BU01501499", "kind": "buurt", "name": "Oost", "parent": wijk, "district": wijk}
    west = {"code": "WK015099", "kind": "wijk", "name": "West", "parent": first.municipality}
    buurt, other = (Area.objects.create(**one, **city) for one in (east, west))
    Project.objects.filter(pk=first.pk).update(area=buurt)
    Project.objects.filter(pk=second.pk).update(area=other, district=other)
    days = {"first_on": cast.today, "last_on": FAR}
    for project in Project.objects.order_by("pk"):
        a_line(cast, project, planned=100_00)
        for pot in ("", "tuin"):
            about = {"kind": "leden", "certainty": "vast", "amount": 10_00, "pot": pot} | days
            by = {"by": cast.marijke, "project": project, "name": f"Leden {pot}"}
            services.add_source(**by, **about, at=cast.tick())


def test_after_any_acts_the_accounts_of_every_area_agree(cast: Cast) -> None:
    two_projects(cast)
    ready = Books(cast)
    for pick in range(2):
        ready.act("grant", cast.ilse, pick, 1_000)
        ready.act("ask", cast.ilse, pick, 2_000)  # of Bas
    done: Counter[str] = Counter()

    @seed(22)
    @settings(max_examples=30, deadline=None)
    @given(st.lists(MOVE, min_size=25, max_size=40))
    def played(moves: list[tuple[str, int, int, int]]) -> None:
        with transaction.atomic():
            books = Books(cast)
            for what, who, pick, cents in moves:
                books.act(what, books.team[who], pick, cents)
            reconciled()
            done.update(books.done)
            transaction.set_rollback(True)

    played()
    assert {"earn", "spend", "line", "grant", "tranche", "go_on", "paid"} <= set(done), done


def test_an_order_is_paid_only_through_an_approval(cast: Cast) -> None:
    """From every state somebody tries to pay: only *approved* leads to a payment, and once."""
    two_projects(cast)
    line = Line.objects.order_by("pk")[0]
    about = {"line": line, "what": "Werk", "price": 10_00, "due_on": FAR}
    services.ask_order(by=cast.ilse, contractor=seat_of(cast.bas), **about, at=cast.tick())
    books = Books(cast)
    for by, what in ((cast.bas, "go_on"), (cast.bas, "go_on"), (cast.bas, "go_on"), (cast.bas, "approve")):
        books.act("pay", cast.ilse, 0, 1)
        books.act(what, by, 0, 1)
    assert (Order.objects.get().state, Booking.objects.count()) == ("delivered", 0)
    books.act("refuse", cast.ilse, 0, 1)
    books.act("pay", cast.ilse, 0, 1)
    assert (Order.objects.get().state, Booking.objects.count()) == ("refused", 0)
    for by, what in ((cast.bas, "go_on"), (cast.ilse, "approve"), (cast.bas, "pay"), (cast.ilse, "pay")):
        books.act(what, by, 0, 1)
    assert (Order.objects.get().state, Booking.objects.get().amount) == ("paid", 10_00)
    books.act("pay", cast.ilse, 0, 1)
    assert Booking.objects.count() == 1
    reconciled()


def test_of_fifty_bookings_on_what_was_read_before_none_is_lost(cast: Cast) -> None:
    """Fifty windows read the line first and book then: every sum is that of all fifty. On both engines."""
    two_projects(cast)
    first = Line.objects.order_by("pk")[0]
    windows = [Line.objects.select_related("project").get(pk=first.pk) for _ in range(50)]
    for number, line in enumerate(windows):
        bill = {"number": f"{number}", "day": cast.today, "amount": 1_00 + number % 2, "text": "Touw"}
        services.book_expense(by=cast.marijke, line=line, **bill, at=cast.tick())
    assert Booking.objects.count() == 50
    assert Line.objects.get(pk=first.pk).paid == 50_25
    reconciled()
