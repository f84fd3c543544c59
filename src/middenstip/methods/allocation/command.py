"""``python -m middenstip.methods.allocation``: count, compare, explain and check from the command line.

With ``--json`` all four print one shape: the outcome of the rule asked for, and beside it ``command``,
``compared`` (an outcome for each rule, from compare), ``plan`` (from explain) and ``official`` (from check).
What a command does not tell is None.
"""

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
from .official import official
from .pb_read import read
from .report import Data, fate_data, official_data, result_data
from .result import Result
from .rules import Rules

BAD_INPUT = 2
SIDE_BY_SIDE: tuple[tuple[str, Rules], ...] = (
    ("greedy, votes", Rules("greedy", by="votes")),
    ("greedy, stop at first", Rules("greedy", by="votes", stop_at_first=True)),
    ("greedy, votes-per-cost", Rules("greedy", by="votes-per-cost")),
    ("mes", Rules("mes")),
    ("mes + greedy", Rules("mes", completion="greedy")),
    ("mes + add1", Rules("mes", completion="add1")),
    ("mes + add1e", Rules("mes", completion="add1e")),
    ("mes + add1u", Rules("mes", completion="add1u")),
    ("bos", Rules("bos")),
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
    if given.json:
        yield told(given, result, start, read_s)
        return
    yield from result.sentences
    yield f"Volgorde: {', '.join(result.winners)}."


def compare_command(election: Election, rules: Rules, given: Namespace, read_s: float) -> Iterator[str]:
    """The rules side by side."""
    begin = time.process_time()
    rows = []
    for name, rule in SIDE_BY_SIDE:
        mixed = replace(rules, rule=rule.rule, by=rule.by, completion=rule.completion, must_beat=None)
        start = time.process_time()
        result = count(election, replace(mixed, stop_at_first=rule.stop_at_first))
        rows.append((name, result, time.process_time() - start))
    if given.json:
        others = {name: {**result_data(result), "cpu_s": round(cpu_s, 4)} for name, result, cpu_s in rows}
        yield told(given, count(election, rules), begin, read_s, compared=others)
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
    fate = result.fates[place]
    found = needed(result, fate.project)
    support = effective_support(result, fate.project)
    said = [result.sentences[place - len(election.projects)], needed_sentence(result, found)]
    if given.json:
        cost = None if found.cost is None else found.cost / 100
        extra = {"support": support, "needed": {"votes": found.votes, "cost": cost}, "sentences": said}
        yield told(given, result, start, read_s, plan={**fate_data(fate), **extra})
        return
    yield from said
    if support is not None:
        equal = f", net als {fate.tied_with}, dat voorging" if fate.tie and support >= 100 else ""
        yield f"Steun: {support}% van wat nodig is{equal}."


def check_command(election: Election, rules: Rules, given: Namespace, read_s: float) -> Iterator[str]:
    """The count by the rule that the file names, beside the winners that it names."""
    start = time.process_time()
    result = count(election, rules)
    stated = official(result)
    if given.json:
        yield told(given, result, start, read_s, official=official_data(stated))
        return
    if stated.same:
        yield f"Dezelfde winnaars als in het bestand: {len(stated.winners)} plannen."
        return
    yield "Niet dezelfde winnaars als in het bestand."
    yield f"Alleen in het bestand: {', '.join(stated.only_official) or 'geen'}."
    yield f"Alleen in deze telling: {', '.join(stated.only_ours) or 'geen'}."


COMMANDS = {
    "count": count_command,
    "compare": compare_command,
    "explain": explain_command,
    "check": check_command,
}


def told(given: Namespace, result: Result, start: float, read_s: float, **extra: Data) -> str:
    """The one shape of JSON, with the processor time since ``start`` and the most memory used."""
    own = dict.fromkeys(("compared", "plan", "official")) | extra
    cpu = {"cpu_s": round(time.process_time() - start, 4), "read_cpu_s": round(read_s, 4)}
    data = {"command": given.command, **result_data(result), **own, **cpu, "peak_mb": round(peak_mb(), 1)}
    return json.dumps(data, ensure_ascii=False, indent=2)
