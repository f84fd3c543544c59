"""`python -m bench.gatherings` says for each limit whether it holds, and fails when one does not."""

import pytest
from bench.gatherings.run import FEED_MS, GROWTH, TIMES, judge
from bench.pages.measure import Cost

SIZES = [5_000, 50_000]
AT_LIMIT = {"agenda": Cost(TIMES, 1, 3), "feed": Cost(FEED_MS, 1, 1)}


def test_the_limits_are_those_that_were_agreed() -> None:
    assert (TIMES, FEED_MS, GROWTH) == (25, 40, 1.3)


def test_pages_at_their_limit_hold(capsys: pytest.CaptureFixture[str]) -> None:
    assert judge(dict.fromkeys(SIZES, AT_LIMIT), SIZES) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[-1] == "  feed                 40.0 ms (hooguit 40), groei 1.00 × (hooguit 1.3): ja"


@pytest.mark.parametrize(("name", "cost"), [("agenda", TIMES + 0.1), ("feed", FEED_MS + 0.1)])
def test_one_page_over_its_limit_fails(name: str, cost: float, capsys: pytest.CaptureFixture[str]) -> None:
    over = dict.fromkeys(SIZES, AT_LIMIT | {name: Cost(cost, 1, 3)})
    assert judge(over, SIZES) == 1
    said = [line for line in capsys.readouterr().out.splitlines() if line.endswith("NEE")]
    assert [line.split()[0] for line in said] == [name]


def test_a_page_that_grows_too_much_fails_below_its_limit(capsys: pytest.CaptureFixture[str]) -> None:
    found = {SIZES[0]: {"agenda": Cost(1, 1, 3)}, SIZES[1]: {"agenda": Cost(1.31, 1, 3)}}
    assert judge(found, SIZES) == 1
    assert "NEE" in capsys.readouterr().out
