"""The analysis as plain values and as text."""

from collections.abc import Iterator
from typing import Any

from .analysis import Analysis
from .groups import Side
from .rules import Floats
from .statements import HalfResult, Statement


def as_json(result: Analysis) -> dict[str, Any]:
    """Plain values: ``statements``, ``near``, ``groups``, ``stability``, ``map``, ``why``."""
    return {
        "statements": [_statement(each) for each in result.statements],
        "near": [{"id": each.id, "half": each.near, "why": each.why} for each in result.near],
        "groups": [_group(result, number) for number in range(len(result.groups))],
        "stability": {
            "mean_ari": result.stability.mean_ari,
            "groups": result.stability.groups,
            "resamples": result.stability.resamples,
            "stable": result.stability.stable,
            "why": result.stability.why,
        },
        "map": {
            "people": _places(result.votes.people, result.space.people),
            "statements": _places(result.votes.statements, result.space.axes[:, :2]),
        },
        "why": list(result.why),
    }


def _statement(each: Statement) -> dict[str, Any]:
    return {
        "id": each.id,
        "seen": each.seen,
        "agree": each.agree,
        "disagree": each.disagree,
        "pass": each.passed,
        "gic": {"agree": each.agree_consensus, "disagree": each.disagree_consensus},
        "per_half": {part.half: _half(part) for part in each.per_half},
        "bridge": each.bridge,
        "certified": each.certified,
        "why": each.why,
    }


def _half(part: HalfResult) -> dict[str, Any]:
    return {
        "seen": part.seen,
        "agree": part.agree,
        "disagree": part.disagree,
        "pass": part.passed,
        "lower": part.lower,
        "upper": part.upper,
        "certified": part.sure,
        "census": part.census,
        "why": part.why,
    }


def _group(result: Analysis, number: int) -> dict[str, Any]:
    group, stands = result.groups[number], result.stands
    rows = zip(
        result.votes.statements,
        stands.counts.seen[number].tolist(),
        _side(stands.agree, number),
        _side(stands.disagree, number),
        strict=True,
    )
    return {
        "id": group.id,
        "size": group.size,
        "people": [
            name
            for name, label in zip(result.votes.people, result.label.tolist(), strict=True)
            if label == number
        ],
        "typical": [{"id": name, "way": way} for name, way in group.typical],
        "statements": [
            {"id": name, "seen": seen, "agree": agree, "disagree": disagree}
            for name, seen, agree, disagree in rows
        ],
    }


def _side(side: Side, number: int) -> list[dict[str, float]]:
    names = ("votes", "share", "share_test", "representativeness", "representativeness_test")
    columns = (side.votes, side.share, side.share_test, side.ratio, side.ratio_test)
    rows = zip(*(column[number].tolist() for column in columns), strict=True)
    return [dict(zip(names, row, strict=True)) for row in rows]


def _places(names: tuple[str, ...], places: Floats) -> dict[str, list[float]]:
    return dict(zip(names, places.round(6).tolist(), strict=True))


def as_text(result: Analysis) -> Iterator[str]:
    """The analysis line by line, for people: what is shared first, then what almost is."""
    yield from result.why
    for title, chosen in (("Gemene grond", result.certified), ("Bijna", result.near)):
        for each in chosen:
            yield ""
            yield f"{title}: {each.id}"
            yield from (part.why for part in each.per_half)
    for group in result.groups:
        yield ""
        yield f"Groep {group.id}: {group.size} mensen."
        for name, way in group.typical:
            yield f"Vaker {'eens' if way == 'agree' else 'oneens'} dan anderen: {name}"
