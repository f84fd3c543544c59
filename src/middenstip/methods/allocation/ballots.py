"""Ballots in compact form: equal ballots are stored once, with how often they were cast."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, pairwise
from math import lcm
from typing import TypeVar

import numpy as np
import numpy.typing as npt

from middenstip.methods.reading import same_name

from .errors import BadElection
from .project import Project
from .spelling import distinct_names

Key = TypeVar("Key", bound=Hashable)
Ints = npt.NDArray[np.int64]
APPROVAL = frozenset({"approval", "choose-1"})
POINTS = frozenset({"cumulative", "scoring"})
MOST = 10**12  # points on one ballot for one plan: those of a million people still fit in 64 bits
KINDS = APPROVAL | POINTS | {"ordinal"}


@dataclass(frozen=True, slots=True)
class Vote:
    """What one person chose: plans (best first when ordinal), points beside them, paper or internet."""

    voter: str
    projects: tuple[str, ...] = ()
    points: tuple[Fraction | int, ...] = ()
    channel: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """A distinct ballot: positions of plans with the points each got, and its channel."""

    projects: Sequence[int]
    points: Sequence[Fraction | int]
    channel: str = ""


@dataclass(frozen=True, eq=False)
class Ballots:
    """All ballots of one ``kind`` (``approval, choose-1, cumulative, scoring, ordinal``).

    Distinct ballot ``i`` names plans ``project[start[i]:start[i + 1]]`` with whole ``points``
    (divide by ``scale``), was cast ``count[i]`` times through ``channel[i]``. ``ballot_of[j]`` is the
    distinct ballot of person ``voters[j]``.
    """

    kind: str
    start: Ints
    project: Ints
    points: Ints
    count: Ints
    scale: int
    channel: tuple[str, ...]
    voters: tuple[str, ...]
    ballot_of: Ints

    @property
    def lengths(self) -> Ints:
        """How many plans each distinct ballot names."""
        return self.start[1:] - self.start[:-1]

    @staticmethod
    def cast(votes: Iterable[Vote], projects: Sequence[Project], kind: str = "approval") -> Ballots:
        """Collect the votes of people; raises ``BadElection`` for an unknown plan, kind or double voter."""
        place = {same_name(project.id): number for number, project in enumerate(projects)}
        votes = list(votes)
        for vote in votes:
            for name in vote.projects:
                if same_name(name) not in place:
                    raise BadElection(f"Er is gestemd op plan {name}, maar dat plan bestaat niet.")
        keys = [(vote.projects, vote.points, vote.channel) for vote in votes]
        order, ballot_of = distinct(keys)
        choices = [
            choice(kind, [place[same_name(name)] for name in names], points, channel)
            for names, points, channel in order
        ]
        return pack(kind, choices, tuple(vote.voter for vote in votes), ballot_of)

    def joined(self, project: int, votes: int) -> Ballots:
        """These ballots and ``votes`` more, each for this one plan with the most points in use."""
        best = int(self.points.max(initial=self.scale))
        return replace(
            self,
            start=np.append(self.start, len(self.project) + 1),
            project=np.append(self.project, project),
            points=np.append(self.points, best),
            count=np.append(self.count, votes),
            channel=(*self.channel, next(iter(self.channel), "")),
        )


def distinct(keys: Iterable[Key]) -> tuple[list[Key], Ints]:
    """The different keys in order of first appearance, and for each key which of those it is."""
    seen: dict[Key, int] = {}
    number = [seen.setdefault(key, len(seen)) for key in keys]
    return list(seen), np.asarray(number, dtype=np.int64)


def choice(kind: str, places: Sequence[int], points: Sequence[Fraction | int], channel: str = "") -> Choice:
    """One distinct ballot, with what each plan on it is worth.

    Approval: one each. Cumulative and scoring: the points given; a plan without points is not chosen.
    Ordinal: the Borda score, so the best of three gets 3 and the last 1. A plan named twice counts once (the
    first place, the last points).
    """
    if kind in POINTS:
        if len(points) != len(places):
            raise BadElection(f"Een stem noemt {len(places)} plannen, maar geeft {len(points)} keer punten.")
        given = dict(zip(places, points, strict=True))
        if (least := min(given.values(), default=0)) < 0:
            raise BadElection(f"Een plan kreeg {least} punten. Geef 0 of meer, of laat het plan weg.")
        given = {place: point for place, point in given.items() if point}
        return Choice(tuple(given), tuple(given.values()), channel)
    named = tuple(dict.fromkeys(places))
    if kind in APPROVAL:
        return Choice(named, (1,) * len(named), channel)
    if kind == "ordinal":
        return Choice(named, range(len(named), 0, -1), channel)
    raise BadElection(f"Stemwijze '{kind}' is onbekend. Kies uit: {', '.join(sorted(KINDS))}.")


def pack(kind: str, choices: Sequence[Choice], voters: tuple[str, ...], ballot_of: Ints) -> Ballots:
    """Put distinct ballots in flat arrays; a person who appears twice raises ``BadElection``."""
    if distinct_names(voters) < len(voters):
        raise BadElection("Iemand staat twee keer in de lijst met stemmen.")
    lengths = np.fromiter((len(c.projects) for c in choices), dtype=np.int64, count=len(choices))
    points, scale = whole(kind, choices)
    ballots = Ballots(
        kind=kind,
        start=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]),
        project=np.fromiter(chain.from_iterable(c.projects for c in choices), dtype=np.int64),
        points=points,
        count=np.bincount(ballot_of, minlength=len(choices)).astype(np.int64),
        scale=scale,
        channel=tuple(c.channel for c in choices),
        voters=voters,
        ballot_of=ballot_of,
    )
    return merged(ballots)


def merged(ballots: Ballots) -> Ballots:
    """The same ballots, with those that became equal (a plan named twice, no points) stored once."""
    cuts, projects, points = ballots.start.tolist(), ballots.project.tolist(), ballots.points.tolist()
    keys = [
        (tuple(projects[a:b]), tuple(points[a:b]), channel)
        for (a, b), channel in zip(pairwise(cuts), ballots.channel, strict=True)
    ]
    order, number = distinct(keys)
    if len(order) == len(keys):
        return ballots
    firsts = np.unique(number, return_index=True)[1]
    kept = np.repeat(np.isin(np.arange(len(keys)), firsts), ballots.lengths)
    return replace(
        ballots,
        start=np.append(0, np.cumsum(ballots.lengths[firsts])),
        project=ballots.project[kept],
        points=ballots.points[kept],
        count=np.bincount(number, weights=ballots.count).astype(np.int64),
        channel=tuple(channel for _, _, channel in order),
        ballot_of=number[ballots.ballot_of],
    )


def whole(kind: str, choices: Sequence[Choice]) -> tuple[Ints, int]:
    """All points as whole numbers, and the number they were multiplied by."""
    points = list(chain.from_iterable(c.points for c in choices))
    if kind not in POINTS:
        return np.asarray(points, dtype=np.int64), 1
    exact = [Fraction(point) for point in points]
    scale = lcm(*{point.denominator for point in exact})
    numbers = [int(point * scale) for point in exact]
    if max(map(abs, numbers), default=0) > MOST:
        raise BadElection("De punten zijn te groot of te fijn om samen te tellen.")
    return np.asarray(numbers, dtype=np.int64), scale
