"""The village house, month by month, and what may go wrong."""

import doctest
import importlib
from dataclasses import replace

import pytest
from tests.methods.runway.flows import END, HOUSE, JAN, OPENING

from middenstip.methods import runway
from middenstip.methods.runway import (
    CERTAIN_ONLY,
    EXPECTED,
    HOURS,
    SCENARIOS,
    Clock,
    Flow,
    InputError,
    clocks,
    sentence,
    subsidy_until,
    when,
    written,
)

MODULES = ("", ".clocks", ".flow", ".month", ".reading", ".sentences")


@pytest.mark.parametrize("name", MODULES)
def test_examples(name):
    assert doctest.testmod(importlib.import_module(f"middenstip.methods.runway{name}")).failed == 0


def test_the_village_house_ends_as_counted_by_hand():
    ends = [when(HOUSE, OPENING, JAN, one) for one in SCENARIOS]
    assert [(written(one.ends), one.left) for one in ends] == [
        ("2028-03", 14),
        ("2028-04", 15),
        ("2028-10", 21),
        ("2027-03", 2),
        ("2027-09", 8),
    ]
    certain = ends[0]
    assert [certain.months[place].closing for place in (0, 5, 6, 13, 14)] == [
        11_800_00,
        3_800_00,
        11_200_00,
        0,
        -1_600_00,
    ]
    assert [certain.months[place].shortage for place in (13, 14, 15)] == [0, 1_600_00, 3_200_00]
    assert certain.horizon == 60


def test_a_cost_takes_its_own_pot_first_and_then_the_free_one():
    kitchen = Flow("keuken", "out", "bouw", 700, JAN, JAN + 2, pot="keuken")
    gift = Flow("gift", "in", "fonds", 300, JAN + 1, JAN + 1, pot="keuken")
    course = when([kitchen, gift], {"": 1000, "keuken": 500, "tuin": 90}, JAN)
    assert course.pots[:3] == (
        {"": 800, "keuken": 0, "tuin": 90},
        {"": 400, "keuken": 0, "tuin": 90},
        {"": -300, "keuken": 0, "tuin": 90},
    )
    assert (course.left, course.months[2].shortage, course.months[2].free) == (2, 300, -300)


def test_a_payment_whose_month_passed_counts_now_if_it_is_a_cost():
    rent = Flow("huur", "out", "huur", 100, JAN - 2, JAN + 1)
    members = Flow("leden", "in", "leden", 40, JAN - 2, JAN + 1)
    assert [one.cost for one in when([rent], {}, JAN).months[:3]] == [300, 100, 0]
    assert [one.income for one in when([members], {}, JAN, CERTAIN_ONLY).months[:3]] == [40, 40, 0]
    assert [one.income for one in when([members], {}, JAN, EXPECTED).months[:3]] == [120, 40, 0]
    booked = replace(rent, booked=3)
    assert [one.cost for one in when([booked], {}, JAN).months[:3]] == [0, 100, 0]
    assert when([replace(rent, booked=9)], {}, JAN).months[0].cost == 0


def test_the_first_month_after_the_last_flow_is_an_empty_count():
    course = when(HOUSE, {"": 5}, END + 20, CERTAIN_ONLY)
    assert course.months[0].cost == 2_000_00 * 120
    assert when([replace(one, booked=500) for one in HOUSE], {"": 5}, END + 20).ends is None
    assert when([], {}, JAN).months[0] == runway.Month(JAN, 0, 0, 0, 0, 0, 0)
    assert when([], {"": -1}, JAN).left == 0


def test_the_clocks_count_down_to_the_end_and_to_the_last_subsidy():
    assert clocks(HOUSE, OPENING, JAN) == (
        Clock("geld op", 14, JAN + 14),
        Clock("subsidie stopt", 12, JAN + 11),
    )
    assert [one.level for one in clocks(HOUSE, OPENING, JAN)] == [None, 12]
    assert clocks([], {}, JAN) == ()


@pytest.mark.parametrize(
    ("change", "until"),
    [
        ({}, JAN + 11),
        ({"covers": None}, JAN + 6),
        ({"covers": JAN}, JAN + 6),
        ({"certainty": "toegezegd"}, None),
        ({"amount": 0}, None),
        ({"amount": 800_00}, JAN + 11),  # exactly a quarter: 1,600 of 6,400
        ({"amount": 799_00}, None),
        ({"first": JAN - 20, "last": JAN - 14, "covers": JAN - 1}, None),
        ({"first": JAN - 20, "last": JAN - 14, "covers": JAN + 11}, None),
    ],
)
def test_a_subsidy_that_is_a_quarter_of_the_year_has_a_clock(change, until):
    flows = [replace(one, **change) if one.kind == "subsidie" else one for one in HOUSE]
    assert subsidy_until(flows, JAN) == until


def test_the_sentence_says_what_stopped_and_what_goes_on():
    certain = when(HOUSE, OPENING, JAN)
    assert sentence(certain, HOUSE) == (
        "Het geld is op in maart 2028. Gestopt: subsidie (juli 2027). "
        "huur en coördinator gaan door: daarna is elke maand € 1.600 te weinig."
    )
    assert sentence(when([], {}, JAN), []) == "Het geld is de komende 60 maanden niet op."
    twice = [*HOUSE, replace(HOUSE[3], first=JAN + 9, last=JAN + 9), replace(HOUSE[0], amount=1)]
    assert "Gestopt: subsidie (oktober 2027). huur en coördinator" in sentence(
        when(twice, OPENING, JAN), twice
    )
    once = [Flow("dak", "out", "bouw", 999, JAN, JAN)]
    assert sentence(when(once, {}, JAN), once) == (
        "Het geld is op in januari 2027. dak gaat door: daarna is elke maand € 0,83 te weinig."
    )
    gone = [replace(once[0], first=JAN - 1, last=JAN - 1), *HOUSE[2:3]]
    assert sentence(when([], {"": -4}, JAN), gone[1:]) == "Het geld is op in januari 2027."
    hours = [Flow("bezorgen", "out", "uren", 12, JAN, END), Flow("Ria", "in", "uren", 12, JAN, JAN)]
    assert sentence(when(hours, {}, JAN), hours, HOURS) == (
        "De uren zijn op in februari 2027. Gestopt: Ria (januari 2027). "
        "bezorgen gaat door: daarna is elke maand 12 uur te weinig."
    )


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ({"name": ""}, "zonder naam: geef een naam."),
        ({"direction": "uit"}, "huur: onbekende richting 'uit'. Kies uit in, out."),
        (
            {"certainty": "hoop"},
            "huur: onbekende zekerheid 'hoop'. Kies uit vast, toegezegd, aangevraagd.",
        ),
        ({"amount": -1}, "huur: het bedrag is kleiner dan 0 of veel te groot."),
        ({"amount": 10**16}, "huur: het bedrag is kleiner dan 0 of veel te groot."),
        ({"every": 0}, "huur: een betaling komt om de 1 of meer maanden."),
        ({"first": 7}, "huur: de maand is te vroeg of te laat; schrijf bijvoorbeeld 2027-01."),
        ({"last": 10**6}, "huur: de maand is te vroeg of te laat; schrijf bijvoorbeeld 2027-01."),
        ({"last": JAN - 1}, "huur: de laatste maand ligt voor de eerste."),
        ({"covers": 10**6}, "huur: de maand tot waar het geldt, is te laat."),
        ({"booked": -1}, "huur: het aantal geboekte betalingen is kleiner dan 0."),
        ({"name": "", "line": 4}, "regel 4: zonder naam: geef een naam."),
    ],
)
def test_a_flow_that_cannot_be_counted_is_refused(change, wrong):
    with pytest.raises(InputError) as refused:
        when([replace(HOUSE[0], **change)], {}, JAN)
    assert str(refused.value) == wrong


def test_a_balance_or_horizon_that_cannot_be_counted_is_refused():
    with pytest.raises(InputError, match="De pot keuken staat onder nul"):
        when([], {"keuken": -1}, JAN)
    for horizon in (-1, 1201):
        with pytest.raises(InputError, match="Vooruitkijken kan van 0 tot 1200 maanden"):
            when([], {}, JAN, horizon=horizon)
