"""k-means on the map, and how alike two groupings are."""

import numpy as np

from .rules import Floats, Integers

SETTLED = 1e-4  # a round that improves less than this share is the last


def distances(points: Floats, centres: Floats) -> Floats:
    """Squared distances, shape (centres, points)."""
    x, y = points.T
    return np.asarray((x - centres[:, :1]) ** 2 + (y - centres[:, 1:]) ** 2)


def nearest(distance: Floats) -> tuple[Integers, Floats]:
    """The nearest centre of every point and its squared distance; the first of equals.

    Written as a walk over the few centres: three times as fast as ``argmin`` along the short axis.
    """
    label, least = np.zeros(distance.shape[1], dtype=np.int64), distance[0]
    for number, row in enumerate(distance[1:], start=1):
        label = np.where(row < least, number, label)
        least = np.minimum(row, least)
    return label, least


def k_means(points: Floats, weight: Floats, k: int, rng: np.random.Generator, starts: int = 3) -> Floats:
    """Centres of the best of ``starts`` runs of Lloyd's algorithm from k-means++ seeds.

    Parameters
    ----------
    points, weight:
        Shape (points, 2), and how often each point counts. At least k points with weight differ.

    D. Arthur & S. Vassilvitskii, "k-means++: the advantages of careful seeding" (2007).
    O(starts × rounds × points × k).

    >>> points = np.array([[0.0, 0], [0, 1], [9, 0], [9, 1]])
    >>> sorted(k_means(points, np.ones(4), 2, np.random.default_rng(1)).tolist())
    [[0.0, 0.5], [9.0, 0.5]]
    """
    runs = [_lloyd(points, weight, _seeds(points, weight, k, rng)) for _ in range(starts)]
    return min(runs, key=lambda run: run[0])[1]


def _seeds(points: Floats, weight: Floats, k: int, rng: np.random.Generator) -> Floats:
    odds = weight
    chosen: list[int] = []
    far = np.full(len(points), np.inf)
    for _ in range(k):
        running = np.cumsum(odds)
        drawn = int(np.searchsorted(running, rng.random() * running[-1], side="right"))
        chosen.append(min(drawn, len(points) - 1))  # no odds left: all drawn points are the same
        far = np.minimum(far, ((points - points[chosen[-1]]) ** 2).sum(1))
        odds = weight * far
    return points[chosen]


def _lloyd(points: Floats, weight: Floats, centres: Floats) -> tuple[float, Floats]:
    before = np.inf
    while True:
        label, least = nearest(distances(points, centres))
        spread = float(weight @ least)
        if spread >= before * (1 - SETTLED):
            return spread, centres
        before = spread
        mass = np.bincount(label, weight, minlength=len(centres))
        sums = [np.bincount(label, weight * axis, minlength=len(centres)) for axis in points.T]
        # A centre that lost all its points stays where it was.
        centres = np.where(mass[:, None] > 0, np.stack(sums, 1) / np.maximum(mass, 1)[:, None], centres)


def silhouette(points: Floats, centres: Floats) -> float:
    """Simplified silhouette from -1 to 1: how much nearer the own centre is than the next one.

    E. R. Hruschka et al., "Evolutionary algorithms for clustering gene-expression data" (2004).
    O(points × k) where the full silhouette takes O(points²).
    """
    own, next_one = np.sqrt(np.partition(distances(points, centres), 1, axis=0)[:2])
    return float(np.divide(next_one - own, next_one, out=np.zeros_like(own), where=next_one > 0).mean())


def adjusted_rand(one: Integers, other: Integers) -> float:
    """How alike two groupings are: 1 for the same, 0 for what chance gives.

    L. Hubert & P. Arabie, "Comparing partitions", Journal of Classification 2 (1985).

    >>> adjusted_rand(np.array([0, 0, 1, 1]), np.array([1, 1, 0, 0]))
    1.0
    """
    width = int(other.max()) + 1
    together = np.bincount(one * width + other)
    pairs, rows, columns = (_pairs(c) for c in (together, np.bincount(one), np.bincount(other)))
    chance = rows * columns / (len(one) * (len(one) - 1) / 2)
    most = (rows + columns) / 2
    return 1.0 if most == chance else (pairs - chance) / (most - chance)


def _pairs(counts: Integers) -> float:
    return float((counts * (counts - 1) // 2).sum())
