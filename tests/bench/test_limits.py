"""`make bench` says for each limit whether it holds, and fails when one does not."""

import pytest
from bench.pages.measure import Cost
from bench.pages.run import GROWTH, LIMITS, judge

SIZES = [10_000, 100_000]


def _found(**times: float) -> dict[int, dict[str, Cost]]:
    """Every page exactly at its limit for both sizes, but the largest size as told."""
    at_limit = {name: Cost(spent=limit, hello=1, queries=3) for name, limit in LIMITS.items()}
    told = {name: Cost(spent=cost, hello=1, queries=3) for name, cost in times.items()}
    return {SIZES[0]: at_limit, SIZES[1]: at_limit | told}


def test_the_limits_are_those_that_were_agreed() -> None:
    assert LIMITS == {"lijst": 25, "detail": 22, "zoeken": 65, "insturen": 30, "gemeente": 25}
    assert GROWTH == 1.3


def test_pages_at_their_limit_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert judge(_found(), SIZES) == 0
    said = capsys.readouterr().out.partition("Houdt het?\n")[2].splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["ja"] * len(LIMITS)
    assert said[0] == "  lijst        25.0 × hallo (hooguit 25), groei 1.00 × (hooguit 1.3): ja"


@pytest.mark.parametrize("name", LIMITS)
def test_one_page_over_its_limit_fails(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert judge(_found(**{name: LIMITS[name] + 0.1}), SIZES) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if line.endswith("NEE")]
    assert [line.split()[0] for line in said] == [name]


def test_a_page_that_grows_too_much_fails_below_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    found = _found()
    found[SIZES[0]] = {name: Cost(1, 1, 3) for name in LIMITS}
    found[SIZES[1]] = {name: Cost(1.3, 1, 3) for name in LIMITS}
    assert judge(found, SIZES) == 0
    found[SIZES[1]]["detail"] = Cost(1.31, 1, 3)
    assert judge(found, SIZES) == 1
    assert [one.split()[0] for one in capsys.readouterr().out.splitlines() if one.endswith("NEE")] == [
        "detail"
    ]
