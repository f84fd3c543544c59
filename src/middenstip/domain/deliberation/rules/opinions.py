"""What an inquiry needs: how many people a half has, and what a statement is."""

from __future__ import annotations

from collections.abc import Mapping

from middenstip.domain.deliberation.models import STATEMENT_LENGTH
from middenstip.kernel import typed
from middenstip.kernel.half import Half
from middenstip.kernel.verdict import Invalid

MOST_MEMBERS = 1_000_000
FEWEST = 3  # statements to begin with


def check_members(members: Mapping[str, int]) -> None:
    """`Invalid` unless every half has a number of people."""
    for half in Half:
        if not 1 <= members.get(half.value, 0) <= MOST_MEMBERS:
            raise Invalid({half.value: "Schat hoeveel mensen deze helft heeft."})


def check_statement(text: str) -> None:
    """`Invalid` for what is not a short statement: the published rules."""
    if not text:
        raise Invalid({"text": "Schrijf eerst je stelling."})
    if len(text) > STATEMENT_LENGTH:
        raise Invalid({"text": "Dit is te lang. Maak het één zin."})
    if "?" in text:
        raise Invalid({"text": "Dit is een vraag. Schrijf iets waar je ja of nee op kunt zeggen."})
    if len(typed.searchable(text).split()) < 2:
        raise Invalid({"text": "Schrijf een hele zin, in woorden."})
