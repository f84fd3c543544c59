"""The story of a report, grouped by the step of the chain in which it happened."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from middenstip.domain.initiatives.lifecycle import (
    AGREEMENTS,
    CONNECTING,
    DESK,
    GOAL,
    IDEA,
    LEARNING,
    PROJECT,
    STAGES,
    STEPS,
)
from middenstip.domain.reports.selectors.story import Line
from middenstip.kernel.half import halves_of

# The step that begins with a fact about this noun, or of this kind. Any other fact belongs to the step in
# which it happened.
BEGINS = {
    "case": DESK,
    "case.decided": CONNECTING,
    "goal": GOAL,
    "agreement": AGREEMENTS,
    "agreement.kept": PROJECT,
    "agreement.not_met": PROJECT,
    "project": PROJECT,
    "order": PROJECT,
    "initiative.finished": LEARNING,
    "initiative.stopped": LEARNING,
}


def steps_of(lines: Iterable[Line], news: Mapping[datetime, str]) -> list[dict[str, Any]]:
    """The lines (oldest first) in their steps; a step back in the chain stays with the last step.

    `news` is the text of each piece of news, by its moment.
    """
    groups: dict[str, list[dict[str, Any]]] = {}
    step = IDEA
    for line in lines:
        begins = BEGINS.get(line.kind) or BEGINS.get(line.kind.partition(".")[0], IDEA)
        step = max(step, begins, key=STEPS.index)
        groups.setdefault(step, []).append(_row(line, news))
    return [{"title": _(STAGES.words[step]), "lines": rows} for step, rows in groups.items()]


def _row(line: Line, news: Mapping[datetime, str]) -> dict[str, Any]:
    halves = [_(half.value) for half in halves_of(line.halves)]
    said = news.get(line.at, "") if line.kind == "initiative.updated" else ""
    return {"line": line, "halves": halves, "news": said}
