"""The budget and the books: lines, sources, decisions to spend more, and bookings."""

from __future__ import annotations

from datetime import date, datetime

from django.db.models import F

from middenstip.domain.parties.models import Seat
from middenstip.domain.projects import facts, rules
from middenstip.domain.projects.lifecycle import CERTAINTIES, NOT_MONEY, SOURCE_KINDS
from middenstip.domain.projects.models import Booking, Line, Order, Overrun, Pot, Project, Source, Tranche
from middenstip.domain.projects.models.money import MOST
from middenstip.domain.projects.services.hold import (
    amount_above_nought,
    hold_for,
    months_between,
    needed,
    tell,
)
from middenstip.kernel import typed
from middenstip.kernel.actor import Actor
from middenstip.kernel.once import once
from middenstip.kernel.verdict import Invalid, NotNow, require, said
from middenstip.kernel.write import write

TOO_MUCH = "Dit gaat over wat deze regel mag kosten heen. Neem eerst een besluit, met de reden."


@write
@once(lambda public_id: Line.objects.get(public_id=public_id))
def add_line(
    *,
    by: Actor,
    project: Project,
    name: str,
    planned: int,
    first_on: date | None,
    last_on: date | None,
    every: int = 1,
    pot: str = "",
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Line:
    """Add a line to the budget."""
    project, _ = hold_for(by, project)
    first, last = months_between(first_on, last_on, every)
    line = Line(
        project=project,
        name=typed.line(needed(name=name)["name"]),
        planned=_size("planned", planned),
        first_on=first,
        last_on=last,
        every=every,
        pot=_known_pot(project, pot),
    )
    line.public_id = public_id or line.public_id
    if project.lines.filter(name=line.name).exists():
        raise Invalid({"name": "Deze regel staat er al."})
    line.store()
    project.planned += line.planned
    project.store("planned")
    tell(facts.BudgetChanged, project, by, at)
    return line


@write
@once(lambda public_id: Source.objects.get(public_id=public_id))
def add_source(
    *,
    by: Actor,
    project: Project,
    name: str,
    kind: str,
    amount: int,
    first_on: date | None,
    last_on: date | None,
    certainty: str,
    every: int = 1,
    pot: str = "",
    giver: Seat | None = None,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Source:
    """Add income: money, hours or goods, with how certain it is."""
    project, _ = hold_for(by, project)
    first, last = months_between(first_on, last_on, every)
    if kind not in SOURCE_KINDS or certainty not in CERTAINTIES:
        raise Invalid({"kind": "Kies een soort, en hoe zeker het is."})
    source = Source(
        project=project,
        name=typed.line(needed(name=name)["name"]),
        kind=kind,
        giver=giver,
        amount=_size("amount", amount),
        first_on=first,
        last_on=last,
        every=every,
        certainty=certainty,
        pot=_known_pot(project, pot),
    )
    source.public_id = public_id or source.public_id
    if project.sources.filter(name=source.name).exists():
        raise Invalid({"name": "Deze inkomst staat er al."})
    source.store()
    tell(facts.BudgetChanged, project, by, at)
    return source


@write
@once(lambda public_id: Overrun.objects.get(public_id=public_id))
def decide_overrun(
    *, by: Actor, line: Line, amount: int, reason: str, key: str = "", public_id: str = "", at: datetime
) -> Overrun:
    """Decide that a line may cost more, with the reason: by who approves spending."""
    project, team = hold_for(by, line.project)
    require(rules.may_approve(by, project, team))
    cents = amount_above_nought("amount", amount)
    why = needed(reason=reason)["reason"]
    overrun = Overrun(line=line, amount=cents, reason=why, seat_id=by.seat_id, at=at)
    overrun.public_id = public_id or overrun.public_id
    overrun.store()
    line = Line.objects.get(pk=line.pk)
    line.extra += cents
    line.store("extra")
    project.planned += cents
    project.store("planned")
    tell(facts.OverrunDecided, project, by, at, cents=cents)
    return overrun


@write
@once(lambda public_id: Booking.objects.get(public_id=public_id))
def book_expense(
    *,
    by: Actor,
    line: Line,
    number: str,
    day: date | None,
    amount: int,
    text: str,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Booking:
    """Book a receipt (bon) on a line, by who approves spending."""
    project, team = hold_for(by, line.project)
    require(rules.may_approve(by, project, team))
    cents = amount_above_nought("amount", amount)
    told = needed(number=number, text=text)
    if day is None:
        raise Invalid({"day": "Kies de dag van de bon."})
    line = Line.objects.get(pk=line.pk)
    if cents > line.left:
        raise NotNow(TOO_MUCH)
    if project.bookings.filter(number=typed.line(told["number"])).exists():
        raise Invalid({"number": "Een bon met dit nummer is al geboekt."})
    return pay_from_line(
        by, project, line, cents, at, number=typed.line(told["number"]), day=day, text=told["text"],
        public_id=public_id,
    )  # fmt: skip


@write
@once(lambda public_id: Booking.objects.filter(public_id=public_id).first())
def book_income(
    *,
    by: Actor,
    source: Source,
    day: date | None,
    amount: int,
    key: str = "",
    public_id: str = "",
    at: datetime,
) -> Booking | None:
    """Book what came in from a source. Hours and goods are only counted there: they are no money."""
    project, _ = hold_for(by, source.project)
    number = amount_above_nought("amount", amount)
    if day is None:
        raise Invalid({"day": "Kies de dag waarop het binnenkwam."})
    source = Source.objects.get(pk=source.pk)
    source.received += number
    source.store("received")
    if source.kind in NOT_MONEY:
        tell(facts.BudgetChanged, project, by, at)
        return None
    return receive(
        by, project, number, at, day=day, text=source.name, pot=source.pot, source=source, public_id=public_id
    )


def pay_from_line(
    by: Actor,
    project: Project,
    line: Line,
    cents: int,
    at: datetime,
    *,
    day: date,
    text: str,
    number: str = "",
    order: Order | None = None,
    public_id: str = "",
) -> Booking:
    """Book money out: on the line, in the pots and in the sums. The project is locked."""
    line.paid += cents
    if order:
        line.ordered -= cents
        project.ordered -= cents
    line.store("paid", "ordered")
    from_pot = _take(project, line.pot, cents)
    project.paid += cents
    project.store("paid", "ordered")
    booking = Booking(
        project=project, number=number, day=day, amount=cents, text=text[:200], pot=from_pot, line=line,
        order=order, seat_id=by.seat_id, at=at,
    )  # fmt: skip
    booking.public_id = public_id or booking.public_id
    booking.store()
    tell(facts.MoneyBooked, project, by, at, cents=cents, is_in=False)
    return booking


def receive(
    by: Actor,
    project: Project,
    cents: int,
    at: datetime,
    *,
    day: date,
    text: str,
    pot: str = "",
    source: Source | None = None,
    tranche: Tranche | None = None,
    public_id: str = "",
) -> Booking:
    """Book money in: in its pot and in the sums. The project is locked."""
    Pot.objects.filter(project=project, name=pot).update(balance=F("balance") + cents)
    project.received += cents
    project.store("received")
    booking = Booking(
        project=project, is_in=True, day=day, amount=cents, text=text[:200], pot=pot, source=source,
        tranche=tranche, seat_id=by.seat_id, at=at,
    )  # fmt: skip
    booking.public_id = public_id or booking.public_id
    booking.store()
    tell(facts.MoneyBooked, project, by, at, cents=cents, is_in=True)
    return booking


def open_pot(project: Project, name: str) -> str:
    """The name of a pot, which is made when it is new."""
    name = typed.line(name)
    Pot.objects.get_or_create(project=project, name=name)
    return name


def _known_pot(project: Project, pot: str) -> str:
    """A pot that a form names is made with it; "" is the free one."""
    return open_pot(project, pot)


def _take(project: Project, pot: str, cents: int) -> str:
    """Take a cost from its own pot, and the rest from the free one; returns the name of its pot."""
    held = {one.name: one for one in project.pots.filter(name__in=["", pot])}
    own = min(cents, max(0, held[pot].balance)) if pot else 0
    if pot and own:
        held[pot].balance -= own
        held[pot].store("balance")
    if cents - own:
        held[""].balance -= cents - own
        held[""].store("balance")
    return pot


def _size(name: str, cents: int) -> int:
    """An amount of the budget: nought is allowed, below it is not."""
    if not 0 <= cents <= MOST:
        raise Invalid({name: said("Een bedrag ligt tussen € 0 en %(most)s.", most="€ 100.000.000.000")})
    return cents
