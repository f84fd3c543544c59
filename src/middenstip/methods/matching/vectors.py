"""Vectors in blocks of whole numbers, streamed from the database and scored with numpy.

A number of a unit vector is kept as one byte (times 500); a question as two. Their products fit a
float32 exactly, so that every machine and every database finds the same scores. A search over
100,000 texts reads 40 MB, a few blocks at a time.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .base import Base
from .encoders import Vectors
from .visible import Visible

SCALE = 500  # numbers of both packaged encoders stay below 0.18; above 0.25 they are cut
FINE = 32_767  # 500 * 32,767 < 2**24: any sum of products stays exact in float32
ONE = SCALE * FINE  # the score of two equal vectors
BLOCK = 256  # texts
STREAM = 16  # blocks at a time

Ids = NDArray[np.int64]

_READ = """SELECT b.id, b.ids, b.vectors FROM matching_block b
    WHERE b.encoder = ? AND b.id > ? {KINDS} ORDER BY b.id LIMIT {STREAM}"""
_ALLOWED = "SELECT t.id FROM matching_text t WHERE t.block IS NOT NULL {VISIBLE}"
_LAST = (
    """SELECT id, ids, vectors FROM matching_block WHERE encoder = ? AND kind = ? ORDER BY id DESC LIMIT 1"""
)


@dataclass(frozen=True)
class Scores:
    """How near every visible text lies: ids and cosines (in units of 1 / (500 * 32,767)), in step."""

    ids: Ids
    cosines: NDArray[np.float32]

    def best(self, limit: int) -> list[int]:
        """Return the ids of the nearest texts; equally near ones by id."""
        if len(self.ids) > limit:
            floor = np.partition(self.cosines, -limit)[-limit]
            kept = self.cosines >= floor
            return Scores(self.ids[kept], self.cosines[kept])._ordered()[:limit]
        return self._ordered()

    def _ordered(self) -> list[int]:
        found: list[int] = self.ids[np.lexsort((self.ids, -self.cosines))].tolist()
        return found

    def of(self, ids: Collection[int]) -> dict[int, float]:
        """Return the score of those of these texts that have a vector."""
        here = np.isin(self.ids, np.fromiter(ids, np.int64, len(ids)))
        return dict(zip(self.ids[here].tolist(), self.cosines[here].tolist(), strict=True))


def whole(vectors: Vectors) -> NDArray[np.int8]:
    """Return unit vectors as bytes, -127 to 127."""
    return np.rint(vectors * SCALE).clip(-127, 127).astype(np.int8)


def scores(base: Base, encoder: str, query: Vectors, visible: Visible) -> Scores:
    """Return the scores of all visible texts for one query vector of shape (dim,)."""
    fine = np.rint(query * FINE).astype(np.float32)
    allowed = _allowed(base, visible)
    ids: list[Ids] = [np.empty(0, np.int64)]
    cosines: list[NDArray[np.float32]] = [np.empty(0, np.float32)]
    wide = np.empty((BLOCK, len(fine)), np.float32)  # one for all: fresh memory costs more than sums
    for numbers, vectors in _blocks(base, encoder, visible):
        block = wide[: len(numbers)]
        np.copyto(block, vectors.reshape(-1, len(fine)))
        found = block @ fine
        if allowed is not None:
            seen = np.isin(numbers, allowed)
            numbers, found = numbers[seen], found[seen]
        ids.append(numbers)
        cosines.append(found)
    return Scores(np.concatenate(ids), np.concatenate(cosines))


def _allowed(base: Base, visible: Visible) -> Ids | None:
    """Return the ids that may be seen, as the database answers; None when kinds alone decide."""
    if visible.among is None:
        return None
    limits, values = visible.where(base)
    return np.array([number for (number,) in base.all(_ALLOWED, values, VISIBLE=limits)], np.int64)


def _blocks(base: Base, encoder: str, visible: Visible) -> Iterator[tuple[Ids, NDArray[np.int8]]]:
    limits, values = visible.of_kind(base)
    kinds = limits.replace("t.kind", "b.kind")
    last = 0
    while rows := base.all(_READ, [encoder, last, *values], KINDS=kinds, STREAM=str(STREAM)):
        for number, ids, vectors in rows:
            last = number
            yield np.frombuffer(ids, np.int64), np.frombuffer(vectors, np.int8)


def alone(base: Base) -> None:
    """Wait until no other transaction writes blocks. SQLite has one writer at a time already."""
    base.run(base.wait)


def add(base: Base, encoder: str, texts: Sequence[tuple[int, str]], vectors: Vectors) -> None:
    """Store the vectors of texts (id, kind), in step. The texts have none yet."""
    by_kind: dict[str, list[int]] = defaultdict(list)
    for row, (_, kind) in enumerate(texts):
        by_kind[kind].append(row)
    for kind, rows in by_kind.items():
        ids = np.array([texts[row][0] for row in rows], np.int64)
        _append(base, encoder, kind, ids, whole(vectors[rows]))


def _append(base: Base, encoder: str, kind: str, ids: Ids, vectors: NDArray[np.int8]) -> None:
    """Fill the last block of this kind, then start new ones."""
    for block, old_ids, old_vectors in base.all(_LAST, (encoder, kind)):
        room = BLOCK - len(old_ids) // 8
        part = ids[:room].tobytes(), vectors[:room].tobytes()
        _write(base, block, old_ids + part[0], old_vectors + part[1], ids[:room])
        ids, vectors = ids[room:], vectors[room:]
    for start in range(0, len(ids), BLOCK):
        part_ids = ids[start : start + BLOCK]
        [(block,)] = base.all(
            "INSERT INTO matching_block (encoder, kind, ids, vectors) VALUES (?, ?, ?, ?) RETURNING id",
            (encoder, kind, b"", b""),
        )
        _write(base, block, part_ids.tobytes(), vectors[start : start + BLOCK].tobytes(), part_ids)


def _write(base: Base, block: int, ids: bytes, vectors: bytes, new: Ids) -> None:
    base.run("UPDATE matching_block SET ids = ?, vectors = ? WHERE id = ?", (ids, vectors, block))
    base.many("UPDATE matching_text SET block = ? WHERE id = ?", [(block, number) for number in new.tolist()])


def remove(base: Base, number: int, block: int) -> None:
    """Take the vector of one text out of its block."""
    for ids, vectors in base.all("SELECT ids, vectors FROM matching_block WHERE id = ?", (block,)):
        numbers = np.frombuffer(ids, np.int64)
        kept = numbers != number
        left = np.frombuffer(vectors, np.int8).reshape(len(numbers), -1)[kept]
        values = (numbers[kept].tobytes(), left.tobytes(), block)
        base.run("UPDATE matching_block SET ids = ?, vectors = ? WHERE id = ?", values)
    base.run("UPDATE matching_text SET block = NULL WHERE id = ?", (number,))


def of_others(base: Base, encoder: str) -> bool:
    """Return whether there are vectors of another encoder."""
    return bool(base.all("SELECT id FROM matching_block WHERE encoder <> ? LIMIT 1", (encoder,)))


def forget_others(base: Base, encoder: str) -> None:
    """Take out all vectors of other encoders, so that their texts are encoded again."""
    base.run(
        """UPDATE matching_text SET block = NULL
        WHERE block IN (SELECT id FROM matching_block WHERE encoder <> ?)""",
        (encoder,),
    )
    base.run("DELETE FROM matching_block WHERE encoder <> ?", (encoder,))
