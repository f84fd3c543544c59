"""``python -m middenstip.methods.runway when FLOWS.csv --from 2027-01 --balance 4400 keuken=1200``."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from middenstip.methods.reading import InputError, argument, whole

from .clocks import Clock, clocks
from .count import HORIZON, Course, when
from .flow import Flow
from .month import month_of, spoken, written
from .reading import read_balance, read_flows
from .scenario import SCENARIOS
from .sentences import EUROS, HOURS, amount, sentence


def as_json(
    courses: Sequence[Course], running: Sequence[Clock], flows: Sequence[Flow], unit: str
) -> dict[str, Any]:
    """The outcome as plain values: per scenario the end, the sentence and every month; and the clocks."""
    return {
        "scenarios": {
            course.scenario.name: {
                "ends": None if course.ends is None else written(course.ends),
                "left": course.left,
                "why": sentence(course, flows, unit),
                "months": [
                    {
                        "month": written(one.month),
                        "opening": one.opening,
                        "in": one.income,
                        "out": one.cost,
                        "closing": one.closing,
                        "shortage": one.shortage,
                    }
                    for one in course.months
                ],
            }
            for course in courses
        },
        "clocks": [
            {"name": one.name, "left": one.left, "month": written(one.ends), "level": one.level}
            for one in running
        ],
    }


def parser() -> argparse.ArgumentParser:
    """The command line."""
    top = argparse.ArgumentParser(
        prog="python -m middenstip.methods.runway", description="Wanneer is het geld op?"
    )
    count = top.add_subparsers(dest="command", required=True).add_parser("when", help="reken het uit")
    columns = "kolommen name,direction,kind,certainty,amount,first,last,every,pot,covers"
    count.add_argument("flows", type=Path, metavar="FLOWS.csv", help=columns)
    count.add_argument("--from", dest="start", required=True, help="de eerste maand, zoals 2027-01")
    count.add_argument(
        "--balance", nargs="+", action="extend", default=[], metavar="[POT=]4400", help="wat er dan is"
    )
    count.add_argument(
        "--months", type=argument(whole), default=HORIZON, help="hoeveel maanden vooruit wordt gekeken"
    )
    count.add_argument("--hours", action="store_true", help="tel uren van vrijwilligers in plaats van euro's")
    count.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print; 0 when counted, 2 with a sentence on stderr when the input is not right."""
    given = parser().parse_args(arguments)
    unit = HOURS if given.hours else EUROS
    try:
        start = month_of(given.start)
        balance = read_balance(given.balance, unit)
        flows = read_flows(given.flows, unit)
        courses = [when(flows, balance, start, one, horizon=given.months) for one in SCENARIOS]
        running = clocks(flows, balance, start)
    except InputError as wrong:
        print(wrong, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(as_json(courses, running, flows, unit), ensure_ascii=False, indent=2))
    else:
        print(*_lines(courses, running, flows, unit), sep="\n")
    return 0


def _lines(
    courses: Sequence[Course], running: Sequence[Clock], flows: Sequence[Flow], unit: str
) -> list[str]:
    lines = [f"{course.scenario.name}: {sentence(course, flows, unit)}{_left(course)}" for course in courses]
    lines += [f"{one.name}: {spoken(one.ends)}, nog {one.left} maanden" for one in running]
    held = courses[0].months[-1]
    return [*lines, f"zeker, eind {spoken(held.month)}: {amount(held.closing, unit)}"]


def _left(course: Course) -> str:
    return "" if course.left is None else f" Nog {course.left} maanden."


if __name__ == "__main__":
    sys.exit(main())
