"""The ceilings that a ``.pb`` file itself states in its META section."""

from __future__ import annotations

from typing import Literal

from middenstip.methods.reading import NoNumber

from .election import Election
from .errors import BadElection
from .money import cents
from .rules import Ceiling

STATED: tuple[tuple[Literal["category", "neighbourhood"], tuple[str, ...], tuple[str, ...]], ...] = (
    ("category", ("budget_per_category",), ("categories",)),
    (
        "neighbourhood",
        ("budget_per_neighborhood", "budget_per_neighbourhood"),
        ("neighborhoods", "neighbourhoods"),
    ),
)


def ceilings_of(election: Election) -> tuple[Ceiling, ...]:
    """The ceilings in the file; empty when it has none.

    The amounts stand in the order of the names in META. Raises ``BadElection``
    when names and amounts do not match.
    """
    found: list[Ceiling] = []
    for kind, amount_keys, name_keys in STATED:
        stated = election.info(*amount_keys)
        if stated is None:
            continue
        amounts, names = stated.split(","), (election.info(*name_keys) or "").split(",")
        if len(amounts) != len(names):
            raise BadElection(f"Er zijn {len(amounts)} plafonds voor {len(names)} namen in META.")
        for name, amount in zip(names, amounts, strict=True):
            try:
                found.append(Ceiling(kind, name.strip(), cents(amount)))
            except NoNumber as wrong:
                raise BadElection(f"Het plafond '{amount}' van {name.strip()} in META {wrong}.") from None
    return tuple(found)
