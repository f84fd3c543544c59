"""The bridge to the method `common_ground`: which statement comes next, and what all three halves share."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from middenstip.kernel.half import Half
from middenstip.methods.common_ground import analyse, collect
from middenstip.methods.common_ground.counts import Counts
from middenstip.methods.common_ground.report import as_json
from middenstip.methods.common_ground.routing import draw, weights

COMMAND = "python -m middenstip.methods.common_ground analyse antwoorden.csv --halves helften.csv"
MOST_DOTS = 400  # on the map


def next_of(
    sums: Mapping[int, Mapping[str, Sequence[int]]],
    seen: Collection[int],
    half: str,
    members: Mapping[str, int],
    lot: float,
) -> int | None:
    """The key of the statement to ask a member of `half` next, or None when they saw them all.

    `sums` has for every statement and half: agree, disagree, passed; `members` how many people each
    half has. `lot` is a number from 0 up to 1.
    """
    keys = sorted(sums)
    if not keys:
        return None
    table = np.array([[sums[key].get(one.value, (0, 0, 0)) for key in keys] for one in Half], dtype=np.int64)
    counts = Counts(agree=table[:, :, 0], disagree=table[:, :, 1], passed=table[:, :, 2])
    sizes = np.array([members.get(one.value, 0) for one in Half], dtype=np.int64)
    sizes = np.maximum(sizes, counts.seen.max(1))  # more answered than the table counted
    weight = weights(counts, Half(half).place, sizes)
    weight[[place for place, key in enumerate(keys) if key in seen]] = 0
    return None if not weight.any() else keys[draw(weight, lot)]


def members_of(people: Iterable[tuple[str, str]], members: Mapping[str, int]) -> dict[str, str]:
    """Everybody with their half: who answered, and who did not answer (yet), by the count of the halves."""
    known = dict(people)
    for half in Half:
        answered = sum(1 for one in known.values() if one == half.value)
        missing = max(members.get(half.value, 0) - answered, 0)
        known |= {f"{half.value}-{number}": half.value for number in range(1, missing + 1)}
    return known


def measure(
    rows: Iterable[tuple[str, str, int]], halves: Mapping[str, str], statements: Iterable[str]
) -> dict[str, Any]:
    """What all three halves share, as it is stored with the inquiry. The same as the command gives."""
    found = analyse(collect(rows, statements), halves)
    told = as_json(found)
    places = {name: told["map"]["people"][name] for name in list(found.votes.people)[:MOST_DOTS]}
    return {
        "why": list(found.why),
        "statements": {one["id"]: one for one in told["statements"]},
        "certified": [one.id for one in found.certified],
        "near": [one.id for one in found.near],
        "groups": [{"id": one.id, "size": one.size, "typical": list(one.typical)} for one in found.groups],
        "is_stable": found.stability.stable,
        "map": [[halves.get(name, ""), *place] for name, place in places.items()],
    }
