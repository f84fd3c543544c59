"""Nobody finds a number about a few people: not on a page, not in a file, not in an answer of the API.

An outsider has everything that is shown and knows that parts add up to their whole. A hidden number is found
when those sums leave only one answer for it.
"""

from __future__ import annotations

import random
from decimal import Decimal
from typing import Any

import numpy as np
import pytest

from middenstip.domain.areas.models import Area
from middenstip.domain.areas.services import AreaData, FigureData, import_areas
from middenstip.domain.baseline import services as baseline
from middenstip.domain.baseline.services import EditionData, MeasureData, load_edition
from middenstip.methods.measuring import FEWEST
from tests.cast import Cast
from tests.web.at_the_door import page, walk_in

CITY = "GM0999"
Tree = dict[str, dict[str, int]]  # of each wijk its buurten


def grown(seed: int) -> Tree:
    """A gemeente with wijken and buurten, a third of them with a few people or nobody."""
    chance = random.Random(seed)
    sizes = [0, 1, 4, 7, 9, 10, 12, 25, 60, 150, 400]
    return {
        f"WK0999{w:02}": {f"BU0999{w:02}{b:02}": chance.choice(sizes) for b in range(chance.randint(1, 4))}
        for w in range(chance.randint(2, 5))
    }


def counts_of(tree: Tree) -> dict[str, int]:
    wijken = {code: sum(inside.values()) for code, inside in tree.items()}
    buurten = {code: number for inside in tree.values() for code, number in inside.items()}
    return {CITY: sum(wijken.values()), **wijken, **buurten}


def found_by_sums(tree: Tree, shown: dict[str, int | None]) -> set[str]:
    """The hidden areas whose number follows from what is shown."""
    hidden = [code for code, number in shown.items() if number is None]
    place = {code: number for number, code in enumerate(hidden)}
    sums = []
    for whole, parts in ((CITY, list(tree)), *((wijk, list(inside)) for wijk, inside in tree.items())):
        line = np.zeros(len(hidden))
        for code in parts:
            if code in place:
                line[place[code]] += 1
        if whole in place:
            line[place[whole]] -= 1
        sums.append(line)
    matrix = np.array(sums) if hidden else np.zeros((1, 1))
    rank = np.linalg.matrix_rank(matrix)
    units = {code: np.eye(len(hidden))[place[code]] for code in hidden}
    return {code for code, unit in units.items() if np.linalg.matrix_rank(np.vstack([matrix, unit])) == rank}


def load(tree: Tree, cast: Cast) -> dict[str, int]:
    counts = counts_of(tree)
    people = [(code, Decimal(number)) for code, number in counts.items()]
    figures = [FigureData(code, "inhabitants", number, 2024, "CBS") for code, number in people]
    figures += [FigureData(code, "share_65_plus", Decimal(50), 2024, "CBS") for code in counts]
    import_areas([AreaData(code, code, 2024, number) for code, number in counts.items()], [], figures)
    for table, keys in (("eerste", ("households", "homes")), ("tweede", ("homes",))):
        edition = EditionData("CBS", table, 2024, "CC BY 4.0", "proef.csv")
        some = [MeasureData(code, key, Decimal(number)) for code, number in counts.items() for key in keys]
        # The second table leaves out the gemeente and one buurt: together they are still one year.
        load_edition(edition, some if table == "eerste" else some[1:-1], at=cast.tick())
    return counts


@pytest.mark.parametrize("seed", range(12))
def test_no_small_number_is_found_by_subtraction(cast: Cast, seed: int) -> None:
    tree = grown(seed)
    counts = load(tree, cast)
    assert counts[CITY] >= FEWEST  # a gemeente of nobody proves nothing: choose another seed
    small = {code for code, number in counts.items() if 0 < number < FEWEST}
    visitor = walk_in(None)
    answers: dict[str, Any] = {
        code: visitor.get(f"/api/v1/cijfers?gebied={code}").json()["cijfers"] for code in counts
    }
    for key in ("inhabitants", "households", "homes"):
        shown: dict[str, int | None] = dict.fromkeys(counts)
        for code, lines in answers.items():
            line = next(one for one in lines if one["sleutel"] == key)
            if line["over"] == code and line["waarden"]:
                shown[code] = None if (value := line["waarden"][-1]["waarde"]) is None else int(value)
        _check(tree, counts, shown, small)
    rows = visitor.get(f"/api/v1/gebieden?gebied={CITY}&aantal=100").json()["gebieden"]
    told = {row["code"]: row["inwoners"]["aantal"] for row in rows}
    _check(tree, counts, {code: told[code] for code in counts}, small)
    for code in small:
        number = counts[code]
        for address in (f"/gebied/{code}/", f"/gebied/{code}/cijfers/"):
            assert f">{number}<" not in page(visitor, address).replace(" ", "").replace("\n", "")
    _check_file(cast, tree, small)


def _check(tree: Tree, counts: dict[str, int], shown: dict[str, int | None], small: set[str]) -> None:
    assert all(shown[code] is None for code in small)
    assert all(number in (None, counts[code]) for code, number in shown.items())
    found = found_by_sums(tree, shown) & small
    # When everybody who lives here is in a small area, leaving them all out tells no more than the whole.
    assert not found or sum(counts[code] for code in found if code.startswith("BU")) == counts[CITY]


def _check_file(cast: Cast, tree: Tree, small: set[str]) -> None:
    """The file of a scan of each small area has no number of it either."""
    for code in sorted(small)[:2]:
        area = Area.objects.select_related("municipality", "district").get(code=code)
        keys = ["inhabitants", "households", "homes"]
        scan = baseline.start_scan(by=cast.marijke, area=area, question="Klein?", keys=keys, at=cast.tick())
        lines = page(walk_in(cast.marijke), f"/scan/{scan.public_id}/cijfers.csv").splitlines()[1:]
        assert not any(line.split(";")[7] == code and line.split(";")[2] for line in lines)
