"""Who answered beside who lives here, and what the answers say when every age weighs as much as it lives."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.content import AGE_KEYS
from middenstip.domain.baseline.lifecycle import AGES, NEEDS
from middenstip.domain.baseline.method import AgeRow, ages_shown, answers_shown
from middenstip.domain.baseline.models import ValueAnswer
from middenstip.domain.baseline.selectors import ages_about, ages_of
from middenstip.domain.baseline.services import EditionData, MeasureData
from middenstip.kernel.verdict import Invalid
from middenstip.methods.measuring import FEWEST, weighed
from tests.cast import Cast
from tests.domain.baseline.playing import discussed, village
from tests.domain.baseline.test_values import proposed
from tests.web.at_the_door import page, send, walk_in

LIVE = {"0-14": 150, "15-24": 100, "25-44": 200, "45-64": 300, "65+": 250}

PAPER = (("need", "65+", 29), ("fine", "65+", 10), ("fine", "25-44", 20), ("need", "0-14", 3))
Numbers = dict[tuple[str, str], int]


def people(cast: Cast, code: str, year: int, numbers: dict[str, int]) -> None:
    edition = EditionData("CBS", f"tabel {code} {year}", year, "CC BY 4.0", "kwb.csv")
    rows = [MeasureData(code, key, Decimal(numbers[age])) for key, age in AGE_KEYS.items() if age in numbers]
    baseline.load_edition(edition, rows, at=cast.tick())


def test_the_newest_whole_ages_count_here_or_around(cast: Cast) -> None:
    assert ages_of(village()) is None
    people(cast, "GM0150", 2023, {age: 10 * number for age, number in LIVE.items()})
    people(cast, "WK015014", 2024, {"65+": 250})
    found = ages_of(village())
    assert found is not None
    assert (found.area, found.year) == ("GM0150", 2023)
    people(cast, "WK015014", 2022, LIVE)
    people(cast, "WK015014", 2023, LIVE | {"65+": 260})
    people(cast, "WK015014", 2025, LIVE | {"0-14": 3})  # too few to set anybody beside
    found = ages_of(village())
    assert found is not None
    assert (found.area, found.year, found.people["65+"]) == ("WK015014", 2023, 260)


def test_answers_are_set_beside_who_lives_here_and_weighed(cast: Cast) -> None:
    people(cast, "WK015014", 2024, LIVE)
    value = proposed(cast, discussed(cast))
    there = f"/scan/{value.scan.public_id}/"
    assert "Lijkt wie antwoordde" not in page(walk_in(None), there)
    gerrit, marijke = walk_in(cast.gerrit), walk_in(cast.marijke)
    assert send(gerrit, f"/waarde/{value.public_id}/antwoord/", need="need", age="oud") == 422
    assert send(gerrit, f"/waarde/{value.public_id}/antwoord/", need="need", age="65+") == 302
    assert ValueAnswer.objects.get(person=cast.gerrit.person_id).age == "65+"
    assert 'value="65+" selected' in page(gerrit, there)
    for need, age, number in PAPER:
        told = {"need": need, "half": "bewoners", "number": number, "age": age}
        assert send(marijke, f"/waarde/{value.public_id}/papier/", **told) == 302
    shown = page(walk_in(None), there)
    assert "Lijkt wie antwoordde op wie hier woont?" in shown
    assert "Wie hier woont: CBS 2024, gebied WK015014." in shown
    assert [row[1:] for row in ages_about([value])] == [
        ("fine", "25-44", 20),
        ("fine", "65+", 10),
        ("need", "0-14", 3),
        ("need", "65+", 30),
    ]
    rows, weighted = ages_shown([row[1:] for row in ages_about([value])], LIVE)
    assert rows == [
        AgeRow("0-14", 15, None),
        AgeRow("15-24", 10, 0),
        AgeRow("25-44", 20, None),
        AgeRow("45-64", 30, 0),
        AgeRow("65+", 25, 63),
    ]
    assert weighted == {"fine": 58, "need": 42}  # 20 of 20 by 200 people, and 10 of 40 by 250
    with pytest.raises(Invalid):
        baseline.count_answers(by=cast.marijke, value=value, need="need", half="bewoners", number=1, age="x")


def test_few_answers_have_no_ages_and_no_weight() -> None:
    assert ages_shown([("need", "65+", 9)], LIVE) == ([], None)
    assert ages_shown([("need", "65+", 90)], {}) == ([], None)
    assert ages_shown([("need", "65+", 90)], LIVE)[1] is None  # one age is no weighing
    assert weighed({("need", "65+"): 40, ("fine", "65+"): 4, ("need", "25-44"): 30}, LIVE) is None


cells = st.tuples(st.sampled_from(list(NEEDS)), st.sampled_from(list(AGES)))
told = st.dictionaries(cells, st.integers(0, 80))


@given(told)
def test_weighing_is_an_average_over_the_ages_and_hides_who_is_few(numbers: Numbers) -> None:
    rows, weighted = ages_shown([(need, age, one) for (need, age), one in numbers.items()], LIVE)
    by_age = {age: sum(one for (_need, other), one in numbers.items() if other == age) for age in AGES}
    for row in rows:
        assert not (0 < by_age[row.age] < FEWEST and row.answered is not None)
    if weighted is not None:
        used = [age for age in AGES if by_age[age] >= FEWEST]
        assert abs(sum(weighted.values()) - 100) <= 2
        for need, share in weighted.items():
            parts = [100 * numbers.get((need, age), 0) / by_age[age] for age in used]
            assert min(parts) - 1 <= share <= max(parts) + 1
            assert all(not 0 < numbers.get((need, age), 0) < FEWEST for age in used)


def test_five_thousand_answers_are_analysed_within_a_second() -> None:
    ages, needs = list(AGES), list(NEEDS)
    answers = [(needs[n % 3], ages[n % 7 % 5], 1) for n in range(5000)]
    began = time.process_time()
    shown, _weighted = ages_shown(answers, LIVE)
    answers_shown([(need, "bewoners", one) for need, _age, one in answers])
    assert len(shown) == 5
    assert time.process_time() - began < 1
