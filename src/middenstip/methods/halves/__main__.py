"""``python -m middenstip.methods.halves count VOTES.csv --roll bewoners=40,overheid=8,ondernemers=12``."""

import argparse
import json
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from middenstip.methods.reading import InputError, NoNumber, argument, number_of, whole

from .ballots import check_roll
from .decision import Decision, decide
from .reading import parse_roll, read_votes
from .rules import Rules


def as_json(decision: Decision) -> dict[str, Any]:
    """The decision as plain values: ``outcome``, ``per_half``, ``conditions``, ``why`` and more."""
    return {
        "outcome": decision.outcome,
        "mode": decision.mode,
        "round": decision.last.number,
        "per_half": {
            half.name: {
                "ja": half.tally.ja,
                "beslissend": half.tally.decisive,
                "quorum": half.quorum,
                "zegt_ja": half.says_yes,
            }
            for half in decision.last.halves
        },
        "mean_share": str(decision.last.mean),
        "conditions": [
            {"half": each.half, "condition": each.text, "people": each.people, "decisive": each.decisive}
            for each in decision.must_answer
        ],
        "why": list(decision.why),
    }


def _share(text: str) -> Fraction:
    """Read ``2/3``, ``0,66`` or ``0.66``."""
    above, slash, below = text.partition("/")
    if not slash:
        return Fraction(number_of(text))
    try:
        return Fraction(whole(above), whole(below))
    except (NoNumber, ZeroDivisionError) as error:
        raise NoNumber("is geen aandeel; schrijf bijvoorbeeld 2/3") from error


def parser() -> argparse.ArgumentParser:
    """The command line; every threshold of the rule is an option with the rule's default."""
    rules = Rules()
    top = argparse.ArgumentParser(
        prog="python -m middenstip.methods.halves", description="Besluiten met drie helften."
    )
    count = top.add_subparsers(dest="command", required=True).add_parser("count", help="tel een stemlijst")
    count.add_argument("votes", type=Path, metavar="VOTES.csv", help="kolommen round,half,vote,condition")
    count.add_argument("--roll", required=True, help="bewoners=40,overheid=8,ondernemers=12")
    count.add_argument("--mode", choices=("vote", "consent"), default="vote")
    count.add_argument(
        "--no-new-text", action="store_true", help="na de laatste ronde kwam geen nieuwe tekst"
    )
    number = argument(whole)
    for name, default, told in (
        ("--quorum", rules.quorum_percent, "opkomst in procenten, 5 tot 50; de helft daarvan moet ja zeggen"),
        ("--answer", rules.answer_percent, "procenten voor antwoordplicht"),
        ("--objections", rules.objection_percent, "procenten bij consent"),
        ("--rounds", rules.max_rounds, "hoogste aantal rondes"),
    ):
        count.add_argument(name, type=number, default=default, help=told)
    share = argument(_share)
    count.add_argument("--mean-share", type=share, default=rules.mean_share, help="gemiddelde ja, zoals 2/3")
    count.add_argument("--json", action="store_true", help="geef de uitslag als JSON")
    return top


def main(arguments: Sequence[str] | None = None) -> int:
    """Count and print; 0 when counted, 2 with a sentence on stderr when the input is not right."""
    given = parser().parse_args(arguments)
    try:
        rules = Rules(
            quorum_percent=given.quorum,
            mean_share=given.mean_share,
            answer_percent=given.answer,
            objection_percent=given.objections,
            max_rounds=given.rounds,
        )
        roll = parse_roll(given.roll)
        check_roll(roll, rules)
        decision = _decide(given.votes, roll, rules, given)
    except ValueError as error:
        print(error, file=sys.stderr)
        return 2
    if given.json:
        print(json.dumps(as_json(decision), ensure_ascii=False, indent=2))
    else:
        print(decision.outcome, *decision.why, sep="\n")
    return 0


def _decide(path: Path, roll: dict[str, int], rules: Rules, given: argparse.Namespace) -> Decision:
    votes = read_votes(path, given.mode)
    try:
        return decide(votes, roll, rules, given.mode, new_text=not given.no_new_text)
    except InputError as error:
        raise InputError(f"{path}, {error}") from error


if __name__ == "__main__":
    sys.exit(main())
