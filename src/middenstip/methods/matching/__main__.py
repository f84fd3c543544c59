"""`python -m middenstip.methods.matching evaluate TEXTS.jsonl QUERIES.jsonl --kind question`."""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import get_args

from .encoders import ENCODERS, default, load
from .evaluate import Outcome, evaluate
from .index import Purpose
from .reading import BadInput


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return 0, or 2 with one sentence on standard error when the input is bad."""
    chosen = _parser().parse_args(arguments)
    encoder = default() if chosen.encoder is None else load(chosen.encoder)
    try:
        outcome = evaluate(chosen.texts, chosen.queries, chosen.kind, encoder)
    except BadInput as reason:
        print(reason, file=sys.stderr)
        return 2
    if chosen.encoder is None and encoder is None:
        print("Going on with words alone: no encoder is installed", file=sys.stderr)
    if outcome.note:
        print(outcome.note, file=sys.stderr)
    print(json.dumps(outcome.as_json()) if chosen.json else _table(outcome))
    return 0


def _table(outcome: Outcome) -> str:
    head = {name: getattr(outcome, name) for name in ("kind", "encoder", "texts", "queries")}
    return "\n".join(f"{name:<14} {value}" for name, value in {**head, **outcome.as_json()}.items())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("python -m middenstip.methods.matching", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("evaluate", help="measure quality, speed and memory on texts you know")
    command.add_argument("texts", type=Path, help='JSON Lines: {"id", "text"}')
    command.add_argument("queries", type=Path, help='JSON Lines: {"id", "text", "relevant": [ids]}')
    command.add_argument("--kind", choices=get_args(Purpose), required=True, help="what the answers are for")
    command.add_argument("--encoder", choices=[*ENCODERS, "none"], help="default: the best that runs here")
    command.add_argument("--json", action="store_true", help="print one line of JSON")
    return parser


if __name__ == "__main__":
    sys.exit(main())
