"""What goes in: money that comes and goes by the month, and what may be wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from middenstip.methods.reading import InputError

IN, OUT = "in", "out"
CERTAIN, PROMISED, ASKED = "vast", "toegezegd", "aangevraagd"
CERTAINTIES = (CERTAIN, PROMISED, ASKED)
SUBSIDY, FUND = "subsidie", "fonds"
FREE = ""  # the pot of money without an earmark
MOST = 10**15  # an amount above this is a typing error
FIRST_YEAR, LAST_YEAR = 1900 * 12, 2200 * 12


@dataclass(frozen=True, slots=True)
class Flow:
    """Money that comes in or goes out in a row of equal payments.

    ``first`` and ``last`` are months (see ``month_of``) that both count; there is a payment every ``every``
    months. ``amount`` is that of one payment, in cents (or in hours, when hours are counted). ``certainty``
    is ``vast`` when it was granted in writing without an open condition, ``toegezegd`` when an agreement is
    signed or a condition is still open, else ``aangevraagd``. ``pot`` is the earmark. ``covers`` is the last
    month that a subsidy is meant for, when it is not the month of its last payment. The first ``booked``
    payments were made: they are in the balance already. ``line`` is where it stood in a file.
    """

    name: str
    direction: str
    kind: str
    amount: int
    first: int
    last: int
    every: int = 1
    certainty: str = CERTAIN
    pot: str = FREE
    covers: int | None = None
    booked: int = 0
    line: int | None = field(default=None, compare=False)

    @property
    def months(self) -> range:
        """The months with a payment."""
        return range(self.first, self.last + 1, self.every)

    @property
    def open_months(self) -> range:
        """The months with a payment that was not made yet."""
        return self.months[self.booked :]


def check_flows(flows: Iterable[Flow]) -> None:
    """Raise :class:`InputError` at the first flow that cannot be counted, naming its line.

    >>> check_flows([Flow("huur", "uit", "huur", 50_000, 24324, 24335)])
    Traceback (most recent call last):
    middenstip.methods.reading.table.InputError: huur: onbekende richting 'uit'. Kies uit in, out.
    """
    for flow in flows:
        if wrong := _wrong(flow):
            where = f"regel {flow.line}: " if flow.line is not None else ""
            raise InputError(f"{where}{flow.name or 'zonder naam'}: {wrong}")


def check_balance(balance: Mapping[str, int]) -> None:
    """Raise :class:`InputError` for an earmarked pot below zero; the free pot may be in debt."""
    for pot, amount in balance.items():
        if pot != FREE and amount < 0:
            raise InputError(f"De pot {pot} staat onder nul. Een tekort staat in de vrije pot.")


def _wrong(flow: Flow) -> str:
    if not flow.name:
        return "geef een naam."
    if flow.direction not in (IN, OUT):
        return f"onbekende richting '{flow.direction}'. Kies uit in, out."
    if flow.certainty not in CERTAINTIES:
        return f"onbekende zekerheid '{flow.certainty}'. Kies uit {', '.join(CERTAINTIES)}."
    if not 0 <= flow.amount <= MOST:
        return "het bedrag is kleiner dan 0 of veel te groot."
    if flow.every < 1:
        return "een betaling komt om de 1 of meer maanden."
    if not FIRST_YEAR <= flow.first <= LAST_YEAR or flow.last > LAST_YEAR:
        return "de maand is te vroeg of te laat; schrijf bijvoorbeeld 2027-01."
    if flow.last < flow.first:
        return "de laatste maand ligt voor de eerste."
    if flow.covers is not None and flow.covers > LAST_YEAR:
        return "de maand tot waar het geldt, is te laat."
    if flow.booked < 0:
        return "het aantal geboekte betalingen is kleiner dan 0."
    return ""
