"""Measure an index on texts and queries with known answers: quality, speed and memory."""

import resource
import sqlite3
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import fmean, median
from typing import TypeVar

from . import measure, reading
from .encoders import Encoder
from .index import Index, Purpose

T = TypeVar("T")


@dataclass(frozen=True)
class Outcome:
    """What was measured; qualities are means over the queries, times are CPU time of this process.

    Attributes:
        encoder: the encoder that helped, or "none".
        note: why an encoder that was asked did not help, or "".
        build_s: seconds for all texts, with vectors.
        peak_mb: most memory this process ever held, in megabytes of 1024 * 1024 bytes.
    """

    kind: str
    encoder: str
    note: str
    texts: int
    queries: int
    mrr: float
    ndcg: float
    recall: float
    query_ms_p50: float
    query_ms_p95: float
    put_ms_p50: float
    build_s: float
    peak_mb: float

    def as_json(self) -> dict[str, float]:
        """Return the measures under their own names (`mrr@10` and so on), rounded."""
        renamed = {"mrr": "mrr@10", "ndcg": "ndcg@10", "recall": "recall@10"}
        return {
            renamed.get(name, name): round(value, 4)
            for name, value in asdict(self).items()
            if isinstance(value, float)
        }


def evaluate(texts: Path, queries: Path, kind: Purpose, encoder: Encoder | None) -> Outcome:
    """Put all texts in a fresh index on disk, ask every query, and measure.

    A text with the id of the query is left out of the answer. Both files are checked before anything is
    counted.

    Raises:
        reading.BadInput: a file cannot be used.
    """
    asked = reading.queries(queries, {text.id for text in reading.texts(texts)})
    with tempfile.TemporaryDirectory() as folder:
        db = sqlite3.connect(Path(folder) / "index.sqlite3")
        try:
            return _measured(db, texts, asked, kind, encoder)
        finally:
            db.close()


def _measured(
    db: sqlite3.Connection, texts: Path, asked: list[reading.Query], kind: Purpose, encoder: Encoder | None
) -> Outcome:
    index = Index(db, encoder)
    puts = [timed(lambda t=text: index.put(t.id, "text", t.text))[1] for text in reading.texts(texts)]  # type: ignore[misc]
    _, encoding = timed(index.encode)
    index.near("warm", purpose=kind)  # opens the encoder, which happens once in the life of a process
    qualities, times = [], []
    for query in asked:
        near, seconds = timed(lambda q=query: index.near(q.text, limit=measure.DEPTH + 1, purpose=kind))  # type: ignore[misc]
        found = [text.key for text in near if text.key != query.id][: measure.DEPTH]
        times.append(seconds * 1000)
        right = query.relevant
        qualities.append(
            (measure.reciprocal_rank(found, right), measure.ndcg(found, right), measure.recall(found, right))
        )
    mrr, ndcg, recall = (fmean(column) for column in zip(*qualities, strict=True))
    return Outcome(
        kind=kind,
        encoder="none" if encoder is None or index.note else encoder.name,
        note=index.note,
        texts=len(puts),
        queries=len(asked),
        mrr=mrr,
        ndcg=ndcg,
        recall=recall,
        query_ms_p50=median(times),
        query_ms_p95=measure.percentile(times, 0.95),
        put_ms_p50=median(puts) * 1000,
        build_s=sum(puts) + encoding,
        peak_mb=peak_mb(),
    )


def timed(do: Callable[[], T]) -> tuple[T, float]:
    """Return what the call returns, and the CPU seconds it took."""
    start = time.process_time()
    result = do()
    return result, time.process_time() - start


def peak_mb(status: Path = Path("/proc/self/status")) -> float:
    """Return the most memory this process ever held, in megabytes.

    Linux keeps it in `status`. The figure of `getrusage` elsewhere also counts what the program that
    started this one held.
    """
    lines = status.read_text(encoding="utf-8").splitlines() if status.exists() else []
    for line in lines:
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
