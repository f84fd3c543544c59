"""Whose turn it is, for the tests of `turns.py` in each room: people in words, a day, and what is asked."""

from __future__ import annotations

from datetime import date

from middenstip.kernel.turn import Turn, Who

MARIJKE = Who("Marijke", "bewoner van Lettele", "bewoners")
SAMIRA = Who("Samira", "gebiedsregisseur", "overheid")
BAS = Who("Bas", "eigenaar", "ondernemers")
TODAY = date(2026, 11, 20)


def told(turn: Turn | None) -> tuple[str, tuple[int, ...], int, str]:
    """Who has the turn, in which seats (keys) and as which person (a key), and what is asked."""
    assert turn
    return turn.who.name, turn.seats, turn.person, turn.ask
