"""``python -m middenstip.methods.common_ground analyse VOTES.csv --halves HALVES.csv --json``."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from middenstip.methods.reading import InputError, argument, number_of, whole

from .analysis import Analysis, analyse
from .reading import read_labels, read_statements, read_votes
from .report import as_json, as_text
from .resources import cpu_seconds, peak_megabytes
from .rules import Rules


def parser() -> argparse.ArgumentParser:
    """The command line; the thresholds that people discuss are options with the method's default."""
    rules = Rules()
    top = argparse.ArgumentParser(
        prog="python -m middenstip.methods.common_ground", description="Gemene grond."
    )
    run = top.add_subparsers(dest="command", required=True).add_parser(
        "analyse", help="meet wat helften delen"
    )
    run.add_argument(
        "votes", type=Path, metavar="VOTES.csv", help="kolommen person,statement,vote (1, 0, -1)"
    )
    run.add_argument("--halves", type=Path, metavar="HALVES.csv", help="kolommen person,half")
    run.add_argument("--groups", type=Path, metavar="GROUPS.csv", help="kolommen person,group")
    run.add_argument(
        "--statements", type=Path, metavar="STATEMENTS.csv", help="kolom statement, ook ongeziene"
    )
    run.add_argument("--seed", type=argument(whole), default=0, help="lot bij het zoeken van groepen")
    run.add_argument(
        "--least-votes", type=argument(whole), default=rules.least_votes, help="stemmen nodig per helft"
    )
    run.add_argument(
        "--census-below", type=argument(whole), default=rules.census_below, help="kleinere helft: alle leden"
    )
    run.add_argument(
        "--stable-from", type=argument(number_of), default=rules.stable_from, help="groepen tonen vanaf"
    )
    run.add_argument("--json", action="store_true", help="geef de uitkomst als JSON")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Analyse and print; 0 when done, 2 with a sentence on stderr when the input is not right."""
    given = parser().parse_args(arguments)
    try:
        result = _analyse(given)
    except InputError as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        answer = as_json(result)
        answer["cpu_s"] = cpu_seconds()
        answer["peak_mb"] = peak_megabytes()
        print(json.dumps(answer, ensure_ascii=False))
    else:
        print(*as_text(result), sep="\n")
    return 0


def _analyse(given: argparse.Namespace) -> Analysis:
    if given.seed < 0:
        raise InputError(f"--seed: {given.seed} is geen lot; kies 0 of hoger.")
    if not 0 <= given.stable_from <= 1:
        wrong = f"--stable-from: {given.stable_from} is geen grens"
        raise InputError(f"{wrong}; kies een getal van 0 tot en met 1.")
    if min(given.least_votes, given.census_below) < 0:
        raise InputError("--least-votes en --census-below zijn 0 of hoger.")
    rules = Rules(
        least_votes=given.least_votes, census_below=given.census_below, stable_from=float(given.stable_from)
    )
    halves = read_labels(given.halves, "half") if given.halves else None
    groups = read_labels(given.groups, "group") if given.groups else None
    votes = read_votes(given.votes, read_statements(given.statements) if given.statements else ())
    return analyse(votes, halves, groups, given.seed, rules)


if __name__ == "__main__":
    sys.exit(main())
