"""Any house colour gives readable pages, or the build says why not."""

import sys
from pathlib import Path

import pytest

from middenstip.kernel.colour import STEPS

sys.path.append(str(Path(__file__).parents[2] / "frontend"))
import theme


@pytest.mark.parametrize("colour", [theme.BRAND, "#ffd700", "#e30613", "#000000", "#00a0e1", "#ffffff"])
def test_every_house_colour_becomes_a_readable_scale(colour: str) -> None:
    steps = theme.scale(colour)
    low = [pair for *pair, least in theme.PAIRS if theme.contrast(steps[pair[0]], steps[pair[1]]) < least]
    assert low == []


def test_contrast_of_black_on_white_is_the_largest_there_is() -> None:
    assert round(theme.contrast("#000000", "#ffffff"), 2) == 21.0


def test_scale_that_cannot_be_read_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="mist: 400 on 50"):
        theme.check("mist", dict.fromkeys(STEPS, "#cccccc"))


def test_half_colours_do_not_change_with_the_house_colours() -> None:
    ours, theirs = theme.theme(), theme.theme("#a3195b", "#1f6fb2", "#5b4f55")
    same = [name for name in ours if ours[name] == theirs[name] and name.startswith("ms-")]
    assert {name.split("-")[1] for name in same} == set(theme.HALVES)
