"""Add1 saves work between its steps; every step still is a count of its own."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.allocation import Ceiling, Election, Rules
from middenstip.methods.allocation.count import shares_of
from middenstip.methods.allocation.equal_shares import Trace
from middenstip.methods.allocation.purses_array import ArrayPurses
from middenstip.methods.allocation.purses_list import ListPurses
from middenstip.methods.allocation.rules import Satisfaction
from middenstip.methods.allocation.table import lay_out

from .elections import elections

QUICK = settings(max_examples=60, deadline=None, derandomize=True)


def told(trace: Trace) -> tuple[object, ...]:
    return trace.winners, trace.ties, trace.purses.prices()


@pytest.mark.parametrize("limit", [None, 20_00])
@pytest.mark.parametrize("kind", [ListPurses, ArrayPurses])
@QUICK
@given(
    elections("cumulative", most=20),
    st.sampled_from(["cost", "cardinality"]),
    st.sampled_from([1, 7, 150, 4_00]),
)
def test_help_from_less_and_more_money_changes_nothing(
    kind: type[ListPurses] | type[ArrayPurses],
    limit: int | None,
    election: Election,
    measure: Satisfaction,
    step: int,
) -> None:
    ceilings = () if limit is None else (Ceiling("neighbourhood", "", limit),)
    table = lay_out(election, Rules("mes", satisfaction=measure, ties="lexico", ceilings=ceilings))
    shares = shares_of(table, table.plans)
    shares.kind = kind
    moneys = [shares.first(election.budget) + number * step for number in range(6)]
    alone = [shares.run(money, table.room() if limit else None) for money in moneys]
    below = alone[0]
    for money, cold in zip(moneys[1:], alone[1:], strict=True):
        warm = shares.run(money, table.room() if limit else None, below=below, above=alone[-1])
        assert told(warm) == told(cold)
        below = warm
