"""The map: people near each other voted alike.

Principal components of the table of people × statements in which a vote that was not given counts
as the mean of its statement. After centring those cells are zero, so only given votes are touched.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from .rules import Floats
from .votes import Votes

CELLS = 2_000_000  # of the centred table at once: 16 MB
RANK = 10
STEPS = 8


@dataclass(frozen=True, eq=False)
class Space:
    """Where people stand.

    ``scores`` (people × components) are coordinates on the principal components, strongest first;
    ``stretch`` (people,) is √(statements / votes of this person), which moves people with few votes
    away from the middle; ``axes`` (statements × components) are the directions themselves.
    """

    scores: Floats
    stretch: Floats
    axes: Floats

    @property
    def people(self) -> Floats:
        """Map coordinates of people, shape (people, 2)."""
        return self.scores[:, :2] * self.stretch[:, None]


def space(votes: Votes) -> Space:
    """The leading principal components, by block Lanczos on the centred table.

    C. Musco & C. Musco, "Randomized block Krylov methods for stronger and faster approximate singular
    value decomposition" (2015). The start is fixed, so equal votes give equal maps. Each axis points
    so that its largest loading is positive. O(steps × people × statements × rank) time, O(votes) room.
    """
    table = _Table(votes)
    axes = table.axes()
    axes = np.pad(axes, ((0, 0), (0, max(0, 2 - axes.shape[1]))))  # a map has two directions
    largest = np.abs(axes).argmax(0)
    signs = np.sign(axes[largest, np.arange(axes.shape[1])])
    axes = axes * np.where(signs == 0, 1.0, signs)
    given = np.bincount(votes.person, minlength=len(votes.people))
    stretch = np.sqrt(len(votes.statements) / np.maximum(given, 1))
    return Space(table.scores(axes), stretch, axes)


class _Table:
    """The centred table, laid out in blocks of rows in one buffer; a table of one block stays there."""

    def __init__(self, votes: Votes) -> None:
        self.height, self.width = len(votes.people), len(votes.statements)
        given = np.bincount(votes.statement, minlength=self.width)
        total = np.bincount(votes.statement, weights=votes.value, minlength=self.width)
        mean = total / np.maximum(given, 1)
        self.cell = votes.person.astype(np.int64) * self.width + votes.statement
        self.value = votes.value - mean[votes.statement]
        self.rows = max(1, min(self.height, CELLS // max(1, self.width)))
        self.buffer = np.zeros(self.rows * self.width)
        self.whole = self.rows == self.height
        if self.whole:
            self.buffer[self.cell] = self.value

    def blocks(self) -> Iterator[tuple[slice, Floats]]:
        """Rows and their part of the table; valid until the next block is asked for."""
        if self.whole:
            yield slice(0, self.height), self.buffer.reshape(self.height, self.width)
            return
        for first in range(0, self.height, self.rows):
            last = min(first + self.rows, self.height)
            start, stop = np.searchsorted(self.cell, (first * self.width, last * self.width))
            here = self.cell[start:stop] - first * self.width
            self.buffer[here] = self.value[start:stop]
            yield slice(first, last), self.buffer.reshape(self.rows, self.width)[: last - first]
            self.buffer[here] = 0

    def scores(self, axes: Floats) -> Floats:
        result = np.empty((self.height, axes.shape[1]))
        for rows, block in self.blocks():
            result[rows] = block @ axes
        return result

    def spread(self, axes: Floats) -> Floats:
        """The scatter matrix times ``axes``."""
        result = np.zeros_like(axes)
        for _, block in self.blocks():
            result += block.T @ (block @ axes)
        return result

    def axes(self) -> Floats:
        basis = np.eye(self.width) if self.width <= STEPS * RANK else self._krylov()
        _, turns = np.linalg.eigh(basis.T @ self.spread(basis))
        return np.asarray(basis @ turns[:, ::-1][:, :RANK])

    def _krylov(self) -> Floats:
        start = np.random.default_rng(0).standard_normal((self.width, RANK))
        newest = basis = np.linalg.qr(start)[0]
        for _ in range(STEPS - 1):
            fresh = self.spread(newest)
            newest = np.linalg.qr(fresh - basis @ (basis.T @ fresh))[0]
            basis = np.linalg.qr(np.hstack([basis, newest]))[0]
        return basis
