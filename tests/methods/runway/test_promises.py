"""What the count promises, whatever the flows are. PROMISES=2000 tries each 2,000 times."""

import os
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as some
from tests.methods.runway.flows import BALANCE, FLOWS, JAN, a_flow

from middenstip.methods.runway import EXPECTED, HOPEFUL, SCENARIOS, when

often = settings(max_examples=int(os.environ.get("PROMISES", "50")), deadline=None, derandomize=True)
scenarios = some.sampled_from(SCENARIOS)


def end(flows, balance, scenario, start=JAN):
    """When the money ends; far away when it does not."""
    found = when(flows, balance, start, scenario).ends
    return 10**6 if found is None else found


@often
@given(FLOWS, BALANCE, scenarios, a_flow("in"), some.sampled_from(["", "keuken"]), some.integers(0, 900))
def test_more_income_more_money_or_fewer_costs_never_end_earlier(flows, balance, scenario, more, pot, extra):
    before = end(flows, balance, scenario)
    assert end([*flows, more], balance, scenario) >= before
    assert end(flows, {**balance, pot: balance.get(pot, 0) + extra}, scenario) >= before
    for place, flow in enumerate(flows):
        if flow.direction == "out":
            assert end([*flows[:place], *flows[place + 1 :]], balance, scenario) >= before


@often
@given(FLOWS, BALANCE, scenarios, a_flow("in", earliest=0), some.integers(1, 20))
def test_income_that_comes_later_never_makes_it_end_later(flows, balance, scenario, income, by):
    late = replace(income, first=income.first + by, last=income.last + by)
    assert end([*flows, late], balance, scenario) <= end([*flows, income], balance, scenario)


@often
@given(FLOWS, BALANCE, scenarios, a_flow("in"))
def test_an_earmark_taken_off_income_never_makes_it_end_earlier(flows, balance, scenario, income):
    marked = [*flows, replace(income, pot="keuken")]
    free = [*flows, replace(income, pot="")]
    assert end(free, balance, scenario) >= end(marked, balance, scenario)


@often
@given(FLOWS, BALANCE)
def test_the_scenarios_have_an_order(flows, balance):
    certain, expected, hopeful, later, stops = (end(flows, balance, one) for one in SCENARIOS)
    assert max(later, stops) <= certain <= expected <= hopeful


@often
@given(FLOWS, BALANCE, scenarios, some.randoms(use_true_random=False), some.integers(0, 100))
def test_the_order_and_splitting_a_flow_change_nothing(flows, balance, scenario, chance, percent):
    split = []
    for flow in flows:
        part = flow.amount * percent // 100
        split += [replace(flow, amount=part), replace(flow, amount=flow.amount - part)]
    chance.shuffle(split)
    assert when(split, balance, JAN, scenario).months == when(flows, balance, JAN, scenario).months


@often
@given(FLOWS, BALANCE, scenarios)
def test_what_was_there_and_came_in_and_went_out_is_what_is_left(flows, balance, scenario):
    course = when(flows, balance, JAN, scenario)
    opening = sum(balance.values())
    for month, pots in zip(course.months, course.pots, strict=True):
        assert month.opening == opening
        assert month.opening + month.income - month.cost == month.closing == sum(pots.values())
        assert (month.shortage > 0) == (month.free < 0)
        assert all(held >= 0 for pot, held in pots.items() if pot)
        opening = month.closing


@often
@given(FLOWS, BALANCE, some.sampled_from([SCENARIOS[0], EXPECTED, HOPEFUL]))
def test_a_month_later_with_all_as_planned_it_ends_at_the_same_time(flows, balance, scenario):
    flows = [flow for flow in flows if flow.direction == "out" or flow.certainty in scenario.counts]
    flows = [flow for flow in flows if flow.direction == "out" or flow.first >= JAN]
    course = when(flows, balance, JAN, scenario)
    assume(course.ends != JAN)
    booked = [replace(flow, booked=sum(month <= JAN for month in flow.months)) for flow in flows]
    assert end(booked, course.pots[0], scenario, JAN + 1) == end(flows, balance, scenario) or (
        course.ends is None  # one month more is seen
    )


@often
@given(FLOWS, BALANCE, scenarios, some.integers(0, 60))
def test_looking_further_ahead_changes_no_end(flows, balance, scenario, horizon):
    near = when(flows, balance, JAN, scenario, horizon=horizon)
    far = when(flows, balance, JAN, scenario, horizon=90)
    assert far.months[: horizon + 1] == near.months
    assert near.ends == (far.ends if far.ends is not None and far.ends <= JAN + horizon else None)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.name)
def test_no_flows_never_end(scenario):
    assert end([], {}, scenario) == 10**6
