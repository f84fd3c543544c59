"""The result of an inquiry as plain values for the templates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.deliberation.lifecycle import WAYS
from middenstip.kernel.half import Half
from middenstip.web.pages.deliberation.drawings import bar_svg

MOST = 30  # of one kind on the page


def as_lines(result: Mapping[str, Any], texts: Mapping[str, str]) -> dict[str, list[dict[str, Any]]]:
    """Shared by all halves, nearly (with the half that hesitates), and where they differ most."""
    told = result.get("statements", {})
    near = {one: _hesitates(told[one]) for one in result.get("near", [])}
    shared = [one for one in result.get("certified", []) if one in texts]
    rest = [one for one in told if one in texts and one not in near and one not in shared]
    rest = sorted(rest, key=lambda one: -_spread(told[one]))
    return {
        "shared": [_line(one, told[one], texts[one]) for one in shared[:MOST]],
        "near": [_line(one, told[one], texts[one], half) for one, half in near.items() if one in texts][
            :MOST
        ],
        "differ": [_line(one, told[one], texts[one]) for one in rest[:MOST] if told[one]["seen"]],
    }


def ways(people: Iterable[tuple[str, str, str]]) -> list[dict[str, Any]]:
    """How many people answered per half: with an account, without, and on paper, counted apart."""
    count = Counter((half, way) for _name, half, way in people)
    return [
        {
            "half": half.value,
            "number": sum(count[half.value, way] for way in WAYS),
            "ways": [
                {"word": _(word), "number": count[half.value, way]}
                for way, word in WAYS.items()
                if count[half.value, way]
            ],
        }
        for half in Half
    ]


def _line(key: str, one: Mapping[str, Any], text: str, hesitates: str = "") -> dict[str, Any]:
    return {
        "id": key,
        "text": text,
        "hesitates": hesitates,
        "halves": [_half(half.value, one["per_half"].get(half.value)) for half in Half],
    }


def _half(half: str, part: Mapping[str, Any] | None) -> dict[str, Any]:
    part = part or {
        "agree": 0,
        "disagree": 0,
        "pass": 0,
        "lower": 0.0,
        "upper": 1.0,
        "census": False,
        "certified": False,
    }
    decisive = part["agree"] + part["disagree"]
    lower, upper = int(100 * part["lower"]), -int(-100 * part["upper"] // 1)
    margin = None if part["census"] or not decisive else (lower, upper)
    return {
        "bar": bar_svg([("ja", part["agree"]), ("nee", part["disagree"])], margin),
        "half": half,
        "agree": part["agree"],
        "disagree": part["disagree"],
        "passed": part["pass"],
        "percent": 100 * part["agree"] // decisive if decisive else None,
        "lower": lower,
        "upper": upper,
        "census": part["census"],
        "sure": part["certified"],
    }


def _hesitates(one: Mapping[str, Any]) -> str:
    return next((half for half, part in one["per_half"].items() if not part["certified"]), "")


def _spread(one: Mapping[str, Any]) -> float:
    shares = [
        part["agree"] / (part["agree"] + part["disagree"])
        for part in one["per_half"].values()
        if part["agree"] + part["disagree"]
    ]
    return max(shares) - min(shares) if shares else -1.0
