"""Groups on the map, and whether they would be there with other people in the room."""

from dataclasses import dataclass

import numpy as np

from .clustering import adjusted_rand, distances, k_means, nearest, silhouette
from .mapping import Space
from .rules import Floats, Integers, Rules
from .valleys import chance_of_no_valley
from .votes import Votes

CROWD = 2_000  # groups are sought among at most so many people; the rest joins the nearest


@dataclass(frozen=True)
class Stability:
    """How steady the groups are.

    ``mean_ari`` is the mean adjusted Rand index of the groups over the ``resamples`` that were
    needed to know, None when no groups were sought; ``groups`` the number that was tried; ``stable``
    whether they are shown.
    """

    mean_ari: float | None
    groups: int
    resamples: int
    stable: bool
    why: str


@dataclass(frozen=True, eq=False)
class Found:
    """The group of every person (-1 for none) and how steady the groups are."""

    label: Integers
    stability: Stability


def find_groups(votes: Votes, space: Space, rules: Rules, seed: int) -> Found:
    """Seek groups with k-means and keep them only when a bootstrap finds them again.

    The number of groups has the best silhouette. Each resample draws as many people with
    replacement, turns the map to what those people differ in (within the leading components), groups
    them anew and compares the grouping of everyone by the adjusted Rand index. When the mean stays
    under ``rules.stable_from`` nobody gets a group. Nobody does either when a group has fewer than
    ``rules.least_group`` people, or when there is no valley between two neighbours: a single scale of
    opinions is cut in the same place in every resample, and is not two camps.

    Bootstrap in the space of the components: A. Fisher et al., "Fast, exact bootstrap principal
    component analysis for p > 1 million", Journal of the American Statistical Association 111 (2016).
    Stability of clusters: C. Hennig, "Cluster-wise assessment of cluster stability" (2007).
    """
    nobody = np.full(len(votes.people), -1, dtype=np.int64)
    given = np.bincount(votes.person, minlength=len(votes.people))
    on_map = np.flatnonzero(given >= min(rules.map_votes, len(votes.statements)))
    places = space.people[on_map]
    most = min(rules.max_groups, 2 + len(on_map) // 12, len(np.unique(places.round(9), axis=0)))
    if most < 2:
        return Found(nobody, Stability(None, 0, 0, False, TOO_FEW))
    rng = np.random.default_rng(seed)
    crowd = np.sort(rng.permutation(len(on_map))[:CROWD])
    among = on_map[crowd]
    centres = _best_centres(places[crowd], most, rng)
    label, _ = nearest(distances(places, centres))
    likeness = _resample(space, among, label[crowd], len(centres), rules, rng)
    mean = sum(likeness) / len(likeness)
    is_apart = _are_apart(places, label, centres, rules)
    stable = mean >= rules.stable_from and is_apart
    if stable:
        nobody[on_map] = label
    why = (
        _why(mean, len(centres), stable) if is_apart or mean < rules.stable_from else _no_valley(len(centres))
    )
    return Found(nobody, Stability(mean, len(centres), len(likeness), stable, why))


def _resample(
    space: Space, among: Integers, label: Integers, k: int, rules: Rules, rng: np.random.Generator
) -> list[float]:
    """Likeness per resample; stops once the rest can no longer lift the mean to the threshold."""
    likeness: list[float] = []
    lost = 0.0
    while len(likeness) < rules.resamples and lost <= (1 - rules.stable_from) * rules.resamples:
        likeness.append(adjusted_rand(label, _again(space, among, k, rng)))
        lost += 1 - likeness[-1]
    return likeness


def _best_centres(places: Floats, most: int, rng: np.random.Generator) -> Floats:
    tried = [k_means(places, np.ones(len(places)), k, rng) for k in range(2, most + 1)]
    best = max(tried, key=lambda centres: silhouette(places, centres))
    return best[np.lexsort(best.T[::-1])]


def _again(space: Space, among: Integers, k: int, rng: np.random.Generator) -> Integers:
    drawn = np.bincount(rng.integers(len(among), size=len(among)), minlength=len(among)).astype(np.float64)
    scores = space.scores[among]
    centred = scores - drawn @ scores / drawn.sum()
    _, turns = np.linalg.eigh((centred * drawn[:, None]).T @ centred)
    places = centred @ turns[:, ::-1][:, :2] * space.stretch[among, None]
    return nearest(distances(places, k_means(places, drawn, k, rng, starts=2)))[0]


def _are_apart(places: Floats, label: Integers, centres: Floats, rules: Rules) -> bool:
    """Whether every group is large enough, with a valley between neighbours."""
    sizes = np.bincount(label, minlength=len(centres))
    return bool(
        sizes.min() >= rules.least_group and chance_of_no_valley(places, label, centres) <= rules.valley_doubt
    )


def _no_valley(groups: int) -> str:
    return (
        f"Er zijn geen duidelijke groepen: een verdeling in {groups} heeft geen lege plek ertussen. "
        "De meningen lopen in elkaar over."
    )


TOO_FEW = "Er zijn te weinig mensen die verschillend stemden om groepen te zoeken."


def _why(mean: float, groups: int, stable: bool) -> str:
    steady = f"{mean:.2f}".replace(".", ",")
    if stable:
        return (
            f"Er zijn {groups} groepen die steeds terugkomen als we de mensen opnieuw loten ({steady} van 1)."
        )
    return (
        f"Er zijn geen duidelijke groepen: een verdeling in {groups} verandert te veel als we de mensen "
        f"opnieuw loten ({steady} van 1)."
    )
