"""Common ground compared with red-dwarf: the same votes, the same machine, the same run.

``python bench/methods/common_ground.py [CONVERSATION.csv …]`` prints CPU seconds and memory of a
cold process for each, and their ratio (above 1: ours is better). Without files it makes a
conversation of 2,000 people × 900 statements, and one of 100,000 × 1,000 with 5 million votes, which
is measured for ours alone.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

from middenstip.methods.common_ground import Rules, analyse, collect
from middenstip.methods.common_ground.votes import Votes

RULES = (Rules(), Rules(valley_doubt=1.0, least_group=1))
SOURCE = Path(__file__).resolve().parents[2] / "src"
OURS = ("-m", "middenstip.methods.common_ground", "analyse", "{path}", "--json")
THEIRS = """
import csv, json, time
from reddwarf.implementations.polis import run_pipeline
with open({path!r}, newline="") as file:
    votes = [
        dict(participant_id=row["person"], statement_id=row["statement"], vote=int(row["vote"]), modified=0)
        for row in csv.DictReader(file)
    ]
found = run_pipeline(votes=votes, random_state=0)
consensus = dict((str(key), value) for key, value in found.group_aware_consensus["agree"].items())
groups = found.participants_df["cluster_id"].dropna()
print(json.dumps(dict(
    cpu_s=time.process_time(),
    peak_mb=int(open("/proc/self/status").read().split("VmHWM:")[1].split()[0]) / 1024,
    consensus=consensus,
    groups=dict((str(key), str(value)) for key, value in groups.items()),
)))
"""


def conversation(path: Path, people: int, statements: int, votes: int, camps: int = 3) -> None:
    """Write a made-up conversation with a fixed seed: camps with firm and less firm views."""
    rng = np.random.default_rng(3)
    chance = rng.uniform(0.05, 0.95, (camps, statements))
    cells = rng.choice(people * statements, votes, replace=False)
    person, statement = np.divmod(cells, statements)
    opinion = np.where(rng.random(votes) < chance[person % camps, statement], 1, -1)
    opinion[rng.random(votes) < 0.15] = 0
    with path.open("w") as file:
        file.write("person,statement,vote\n")
        np.savetxt(file, np.column_stack([person, statement, opinion]), fmt="%d", delimiter=",")


def run(*arguments: str) -> dict:
    """The JSON that a new Python process prints, with one thread for linear algebra in both."""
    environment = {**os.environ, "PYTHONPATH": str(SOURCE), "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, *arguments], env=environment, check=True, capture_output=True)  # noqa: S603
    return json.loads(done.stdout.splitlines()[-1])


def beside(path: Path) -> None:
    """Print speed, memory and the largest difference in consensus, for the groups that red-dwarf found."""
    theirs = run("-c", THEIRS.format(path=str(path)))
    ours = run(*(part.format(path=path) for part in OURS))
    for name, unit in (("cpu_s", "s CPU"), ("peak_mb", "MB")):
        ratio = theirs[name] / ours[name]
        print(f"{path.stem:>14}  {ours[name]:8.2f} {unit:6} red-dwarf {theirs[name]:8.2f}  ratio {ratio:.2f}")
    groups = path.with_suffix(".groups.csv")
    lines = [f"{person},{group}\n" for person, group in theirs["groups"].items()]
    groups.write_text("person,group\n" + "".join(lines))
    given = run(*(part.format(path=path) for part in OURS), "--groups", str(groups))
    groups.unlink()
    apart = max(abs(each["gic"]["agree"] - theirs["consensus"][each["id"]]) for each in given["statements"])
    print(f"{path.stem:>14}  consensus apart at most {apart:.1e} for equal groups")


def alone(path: Path) -> None:
    """Print our figures for a conversation that is too large for the reference."""
    ours = run(*(part.format(path=path) for part in OURS))
    print(f"{path.stem:>14}  {ours['cpu_s']:8.2f} s CPU  {ours['peak_mb']:8.2f} MB  (at most 20 s, 1,000 MB)")


def world(kind: str, seed: int, people: int) -> Votes:
    """A made-up world of 30 statements: `even` and `bell` are one scale without camps, else so many camps."""
    rng = np.random.default_rng(seed)
    if kind in ("even", "bell"):
        at = rng.uniform(-1, 1, people) if kind == "even" else rng.normal(0, 0.7, people)
        slope = rng.choice([-1, 1], 30) * rng.uniform(0.5, 2.5, 30)
        chance = 1 / (1 + np.exp(-2 * slope * (at[:, None] - rng.normal(0, 0.5, 30))))
    else:
        chance = rng.choice([0.1, 0.9], (int(kind), 30))[np.arange(people) % int(kind)]
    agreed, asked = rng.random(chance.shape) < chance, rng.random(chance.shape) < 0.5
    return collect((f"p{p}", f"s{s}", 1 if agreed[p, s] else -1) for p, s in np.argwhere(asked))


def valleys(worlds: int = 24) -> None:
    """Print in how many worlds groups are shown: with the valley between them, and as it was without."""
    for people in (120, 400):
        for kind in ("even", "bell", "2", "3"):
            found = [
                [bool(analyse(world(kind, seed, people), seed=seed, rules=rules).groups) for rules in RULES]
                for seed in range(worlds)
            ]
            new, old = (sum(column) for column in zip(*found, strict=True))
            name = f"{people} people, " + (f"{kind} camps" if kind.isdigit() else f"one scale ({kind})")
            print(f"{name:>30}  groups shown in {new:2} of {worlds} worlds, without the valley in {old:2}")


def main(files: list[str] | None = None) -> None:
    """Run all; ``files`` are conversations as CSV (person, statement, vote)."""
    if files:
        for name in files:
            beside(Path(name))
        return
    with tempfile.TemporaryDirectory() as folder:
        middle, large = Path(folder) / "2000x900.csv", Path(folder) / "100000x1000.csv"
        conversation(middle, 2_000, 900, 150_000)
        beside(middle)
        conversation(large, 100_000, 1_000, 5_000_000)
        alone(large)
    valleys()


if __name__ == "__main__":
    main(sys.argv[1:])
