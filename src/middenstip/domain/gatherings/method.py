"""The bridge to the draw in `methods/lots`: lots to tickets, an order back to places."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from middenstip.domain.gatherings.models import Lot
from middenstip.methods.lots import Order, Ticket, called, draw, mark, seal, spoken

__all__ = ["called_now", "mark_of", "order_of", "seal", "spoken"]


def mark_of(lots: Iterable[Lot]) -> str:
    """The hash of the list."""
    return mark(_tickets(lots))


def order_of(secret: str, word: str, lots: Iterable[Lot]) -> Order:
    """The order per half: numbers, the first one first."""
    return draw(secret, word, _tickets(lots))


def called_now(lots: Collection[Lot], places: Mapping[str, int]) -> list[Lot]:
    """The lots (drawn, in the order of their places) that have a place or are asked for one now."""
    order: Order = {}
    for lot in lots:
        order.setdefault(lot.half, []).append(lot.number)
    by_number = {lot.number: lot for lot in lots}
    out = {lot.number for lot in lots if lot.is_out}
    return [by_number[number] for number in called(order, places, out)]


def _tickets(lots: Iterable[Lot]) -> list[Ticket]:
    return [Ticket(lot.number, lot.half) for lot in lots]
