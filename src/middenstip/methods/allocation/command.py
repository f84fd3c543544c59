"""``python -m middenstip.methods.allocation``: count, compare and explain from the command line."""

from __future__ import annotations

import json
import sys
import time
from argparse import Namespace
from collections.abc import Iterator, Sequence
from dataclasses import replace

from .arguments import parser, rules_of
from .count import count
from .election import Election
from .errors import BadElection
from .memory import peak_mb
from .money import euro
from .needed import effective_support, needed, needed_sentence
from .pb_read import read
from .report import Data, fate_data, result_data
from .result import Result
from .rules import Rules

BAD_INPUT = 2
SIDE_BY_SIDE: tuple[tuple[str, Rules], ...] = (
    ("greedy, votes", Rules("greedy", by="votes")),
    ("greedy, votes-per-cost", Rules("greedy", by="votes-per-cost")),
    ("mes", Rules("mes")),
    ("mes + greedy", Rules("mes", completion="greedy")),
    ("mes + add1", Rules("mes", completion="add1")),
    ("mes + add1e", Rules("mes", completion="add1e")),
    ("phragmen", Rules("phragmen")),
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when done, 2 with a sentence on standard error for bad input."""
    given = parser().parse_args(arguments)
    start = time.process_time()
    try:
        election = read(given.file)
        read_s = time.process_time() - start
        lines = COMMANDS[given.command](election, rules_of(given, election), given, read_s)
        print("\n".join(lines))
    except BadElection as wrong:
        print(f"{given.file}, {wrong}", file=sys.stderr)
        return BAD_INPUT
    return 0


def count_command(election: Election, rules: Rules, given: Namespace, read_s: float) -> Iterator[str]:
    """The outcome of one rule."""
    start = time.process_time()
    result = count(election, rules)
    cpu_s = time.process_time() - start
    if given.json:
        yield dump({**result_data(result), **measured(cpu_s), "read_cpu_s": round(read_s, 4)})
        return
    yield from result.sentences
    yield f"Volgorde: {', '.join(result.winners)}."


def compare_command(election: Election, rules: Rules, given: Namespace, read_s: float) -> Iterator[str]:
    """The rules side by side."""
    rows = []
    for name, rule in SIDE_BY_SIDE:
        mixed = replace(rules, rule=rule.rule, by=rule.by, completion=rule.completion)
        start = time.process_time()
        result = count(election, mixed)
        rows.append((name, result, time.process_time() - start))
    if given.json:
        yield dump({name: {**result_data(result), **measured(cpu_s)} for name, result, cpu_s in rows})
        return
    yield f"{'regel':<24}{'plannen':>8}{'kosten':>16}{'zonder winnaar':>16}{'winnaars p.p.':>15}"
    for name, result, _ in rows:
        yield compared(name, result)


def compared(name: str, result: Result) -> str:
    """One line of the comparison."""
    nothing = f"{float(result.voters.share_with_nothing):.1%}".replace(".", ",")
    each = f"{float(result.voters.winners_each):.2f}".replace(".", ",")
    return f"{name:<24}{len(result.winners):>8}{euro(result.cost):>16}{nothing:>16}{each:>15}"


def explain_command(election: Election, rules: Rules, given: Namespace, read_s: float) -> Iterator[str]:
    """One plan: what happened, and what it would have needed."""
    start = time.process_time()
    place = election.position(given.project)
    result = count(election, rules)
    told = result.fates[place]
    found = needed(result, told.project)
    support = effective_support(result, told.project)
    said = [result.sentences[place - len(election.projects)], needed_sentence(result, found)]
    if given.json:
        fate = {**fate_data(told), "support": support}
        cost = None if found.cost is None else found.cost / 100
        cpu_s = time.process_time() - start
        extra = {"needed": {"votes": found.votes, "cost": cost}, "sentences": said}
        yield dump({**fate, **extra, **measured(cpu_s)})
        return
    yield from said
    if support is not None:
        equal = f", net als {told.tied_with}, dat voorging" if told.tie and support >= 100 else ""
        yield f"Steun: {support}% van wat nodig is{equal}."


COMMANDS = {"count": count_command, "compare": compare_command, "explain": explain_command}


def measured(cpu_s: float) -> Data:
    """The processor time of counting (reading left out) and the most memory the program used."""
    return {"cpu_s": round(cpu_s, 4), "peak_mb": round(peak_mb(), 1)}


def dump(data: Data) -> str:
    """JSON as people read it."""
    return json.dumps(data, ensure_ascii=False, indent=2)
