"""Burgerbegroting compared with pabutools: the same files, the same run, CPU seconds and the ratio.

``python bench/methods/allocation.py [--full]``. The real files come from ``MIDDENSTIP_DATA`` or
``../shared/data``; the large elections are made here with a fixed seed. ``--full`` also lets pabutools
count the large elections and take steps of one euro everywhere, which takes many minutes.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from pabutools.election import parse_pabulib  # noqa: E402
from tests.methods.allocation.oracle import Translated, answer, rules_known, same_order  # noqa: E402

from middenstip.methods.allocation import Election, Rules, count, read  # noqa: E402

Made = TypeVar("Made")
Parsed = tuple[Any, Any]  # instance and profile of pabutools
SHARED = (ROOT.parent / "shared" / "data", ROOT.parent.parent / "shared" / "data")
SIZES = {  # name: voters, plans, plans per ballot, euros, kind
    "14.000 x 97": (14_000, 97, 6, 500_000, "approval"),
    "14.000 x 60, cumulative": (14_000, 60, 6, 1_500_000, "cumulative"),
    "90.000 x 160": (90_000, 160, 8, 6_000_000, "approval"),
    "131.778 x 120, ordinal": (131_778, 120, 4, 5_000_000, "ordinal"),
}


def cpu(work: Callable[[], Made]) -> tuple[Made, float]:
    """The result, and the CPU seconds it took."""
    start = time.process_time()
    made = work()
    return made, time.process_time() - start


def make(path: Path, voters: int, plans: int, length: int, euros: int, kind: str) -> None:
    """An election with a few popular plans and many unpopular ones, from a fixed seed."""
    draw = np.random.default_rng(2026)
    liking = np.log(draw.dirichlet(np.full(plans, 0.7)))
    costs = (draw.lognormal(np.log(euros / 25), 0.8, plans) // 100 * 100).clip(100, euros).astype(int)
    lines = ["META", "key;value", f"num_projects;{plans}", f"num_votes;{voters}"]
    lines += [f"budget;{euros}", f"vote_type;{kind}", "PROJECTS", "project_id;cost"]
    lines += [f"{number};{cost}" for number, cost in enumerate(costs, 1)]
    lines += ["VOTES", "voter_id;vote;points" if kind == "cumulative" else "voter_id;vote"]
    for voter in range(voters):
        best = np.argsort(-(draw.gumbel(size=plans) + liking))[: draw.integers(1, 2 * length)] + 1
        points = ";" + ",".join(map(str, draw.integers(1, 6, len(best)))) if kind == "cumulative" else ""
        lines.append(f"{voter};{','.join(map(str, best))}{points}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def said(what: str, ours: float, theirs: float | None = None, note: str = "") -> None:
    """Print one line: our CPU seconds, those of pabutools, and how many times faster we are."""
    if theirs is None:
        print(f"  {what:<34}{ours:>9.4f} s{'':>26}{note}")
    else:
        print(f"  {what:<34}{ours:>9.4f} s{theirs:>12.4f} s{theirs / max(ours, 1e-6):>10.1f} x  {note}")


def name_of(rules: Rules) -> str:
    """A rule in one line."""
    if rules.rule == "mes":
        return f"mes {rules.satisfaction} {rules.completion}"
    return f"{rules.rule} {rules.by or ''}".strip()


def compare(path: Path, *, full: bool) -> int:
    """All rules on one real file; returns the number of different outcomes."""
    election, ours = cpu(lambda: read(path))
    parsed, theirs = cpu(lambda: parse_pabulib(str(path)))
    print(f"{path.stem}: {election.voters} stemmen, {len(election.projects)} plannen")
    said("lezen", ours, theirs)
    different = 0
    for rules in rules_known(election.ballots.kind):
        if "add1" in rules.completion and election.voters > 1000 and not full:
            rules = replace(rules, step=election.budget // election.voters // 2)
        different += one_rule(election, rules, parsed)
    return different


def one_rule(election: Election, rules: Rules, parsed: Parsed) -> int:
    """One rule on one file; returns 1 when the winners differ. Both start from parsed data."""
    result, ours = cpu(lambda: count(election, rules))
    expected, theirs = cpu(lambda: answer(election, rules, Translated(*parsed)))
    same = same_order(rules, result.winners) == expected
    steps = f", {result.steps} stappen" if result.steps else ""
    said(name_of(rules), ours, theirs, ("gelijk" if same else "VERSCHIL") + steps)
    return not same


def large(folder: Path, name: str, *, full: bool) -> None:
    """Our figures on a large election, with those of pabutools where it is fast enough."""
    path = folder / f"{name.replace(' ', '_')}.pb"
    make(path, *SIZES[name])
    election, ours = cpu(lambda: read(path))
    parsed, theirs = cpu(lambda: parse_pabulib(str(path)))
    print(name)
    said("lezen", ours, theirs)
    points = election.ballots.kind not in ("approval", "choose-1")
    measure = "cardinality" if points else "cost"
    quick = [Rules("mes", satisfaction=measure, ties="lexico"), Rules("greedy", ties="lexico")]
    for rules in quick + ([] if points else [Rules("phragmen", ties="lexico")]):
        if full or (election.voters < 20_000 and not points):
            one_rule(election, rules, parsed)
        else:
            said(name_of(rules), cpu(lambda rules=rules: count(election, rules))[1])
    add1 = Rules("mes", satisfaction=measure, completion="add1", ties="lexico")
    if election.voters < 20_000:
        result, ours = cpu(lambda: count(election, add1))
        said(name_of(add1), ours, note=f"{result.steps} stappen")
    alone(path)


def alone(path: Path) -> None:
    """Reading and counting in its own process, with its peak memory."""
    command = [sys.executable, "-m", "middenstip.methods.allocation", "count", str(path), "--json"]
    done = subprocess.run(  # noqa: S603
        command,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
    )
    figures = [line.strip(' ,"') for line in done.stdout.splitlines() if "cpu_s" in line or "peak" in line]
    print(f"  in een eigen proces: {'; '.join(figures).replace(chr(34), '')}")


def main(arguments: Sequence[str] | None = None) -> int:
    """Print every figure; 1 when an outcome differs from pabutools."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--full", action="store_true", help="also let pabutools count the large ones")
    full = options.parse_args(arguments).full
    print(f"{'':<36}{'wij':>9}  {'pabutools':>12}  {'sneller':>9}")
    data = Path(os.environ.get("MIDDENSTIP_DATA") or next(filter(Path.is_dir, SHARED), SHARED[0])) / "pb"
    files = sorted(data.glob("*.pb"))
    if not files:
        print(f"Geen echte stemmingen in {data}; zet MIDDENSTIP_DATA.")
    different = sum(compare(path, full=full) for path in files)
    with tempfile.TemporaryDirectory() as folder:
        for name in SIZES:
            large(Path(folder), name, full=full)
    print(f"{different} uitslagen verschillen van pabutools.")
    return int(different > 0)


if __name__ == "__main__":
    sys.exit(main())
