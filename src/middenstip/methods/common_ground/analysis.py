"""From votes to common ground, groups and a map."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from middenstip.methods.reading import InputError, same_name

from .counts import Counts, count
from .groups import Representativeness, represent, typical
from .mapping import Space, space
from .rules import Integers, Rules
from .sentences import overall, shared
from .stability import Found, Stability, find_groups
from .statements import Figures, Statement, describe
from .votes import Votes, one_each


@dataclass(frozen=True)
class Group:
    """People who vote alike: their number and what is typical of them, agreement first.

    ``typical`` holds pairs of a statement's id and ``agree`` or ``disagree``.
    """

    id: str
    size: int
    typical: tuple[tuple[str, str], ...]


@dataclass(frozen=True, eq=False)
class Analysis:
    """Everything that was found, with the explanation in ``why`` and in every statement.

    ``stands`` holds the numbers behind the groups (shape (groups, statements), in the order of
    ``groups``; one group of everyone when there are none); ``label`` the group of each person or -1.
    """

    statements: tuple[Statement, ...]
    groups: tuple[Group, ...]
    stability: Stability
    votes: Votes
    space: Space
    label: Integers
    stands: Representativeness
    why: tuple[str, ...]
    rules: Rules

    @property
    def certified(self) -> tuple[Statement, ...]:
        """Common ground, strongest bridge first."""
        return self._ranked([each for each in self.statements if each.certified])

    @property
    def near(self) -> tuple[Statement, ...]:
        """Statements on which one half still hesitates (*bijna*), strongest bridge first."""
        return self._ranked([each for each in self.statements if each.near])

    def _ranked(self, chosen: list[Statement]) -> tuple[Statement, ...]:
        return tuple(sorted(chosen, key=lambda each: -each.order))


def analyse(
    votes: Votes,
    halves: Mapping[str, str] | None = None,
    groups: Mapping[str, str] | None = None,
    seed: int = 0,
    rules: Rules | None = None,
) -> Analysis:
    """Measure what all halves share, and how people group.

    Parameters
    ----------
    votes:
        As made by :func:`collect`.
    halves:
        The half of every member, also of members who did not vote (a half smaller than
        ``rules.census_below`` is asked as a whole). Without halves nothing is certified.
    groups:
        The group of people, when known. Left out, groups are sought, and kept only when stable;
        people without a group play no part in the comparison of groups.
    seed:
        For the lots in seeking groups; equal votes and seed give equal results.

    Raises
    ------
    InputError
        Without a single statement.

    Notes
    -----
    Counts and certification use whole numbers. O(votes) room; time of the map dominates (see
    :func:`~middenstip.methods.common_ground.mapping.space`).
    """
    rules = rules or Rules()
    if not votes.statements:
        raise InputError("Er zijn geen stellingen om te meten.")
    named = one_each(halves or {})
    names, label = votes.of_people(named)
    members = list(named.values())
    sizes = np.array([members.count(name) for name in names], dtype=np.int64)
    counts = count(votes, label, len(names))
    total = count(votes, np.zeros(len(votes.people), dtype=np.int64), 1).total()
    where = space(votes)
    shown, found = _given(votes, groups) if groups is not None else _found(votes, where, rules, seed)
    stands = represent(_group_counts(votes, found, len(shown)))
    statements = describe(Figures(votes.statements, total, stands, names, sizes, counts, rules))
    certified = sum(each.certified for each in statements)
    near = sum(each.near is not None for each in statements)
    told = (
        *overall(len(statements), len(votes.people), int((label < 0).sum()) if names else 0, votes.replaced),
        shared(certified, near, len(names), rules),
        found.stability.why,
    )
    return Analysis(
        statements,
        _groups(shown, found, stands, votes, rules),
        found.stability,
        votes,
        where,
        found.label,
        stands,
        told,
        rules,
    )


def _given(votes: Votes, groups: Mapping[str, str]) -> tuple[tuple[str, ...], Found]:
    voted = set(map(same_name, votes.people))
    names, label = votes.of_people({name: of for name, of in one_each(groups).items() if name in voted})
    why = f"De {len(names)} groepen zijn gegeven, niet gezocht."
    return names, Found(label, Stability(None, len(names), 0, False, why))


def _found(votes: Votes, where: Space, rules: Rules, seed: int) -> tuple[tuple[str, ...], Found]:
    found = find_groups(votes, where, rules, seed)
    return tuple(chr(ord("A") + number) for number in range(int(found.label.max(initial=-1)) + 1)), found


def _group_counts(votes: Votes, found: Found, groups: int) -> Counts:
    if groups:
        return count(votes, found.label, groups)
    return count(votes, np.zeros(len(votes.people), dtype=np.int64), 1)


def _groups(
    names: tuple[str, ...], found: Found, stands: Representativeness, votes: Votes, rules: Rules
) -> tuple[Group, ...]:
    return tuple(
        Group(
            name,
            int((found.label == number).sum()),
            tuple((votes.statements[at], way) for at, way in typical(stands, number, rules)),
        )
        for number, name in enumerate(names)
    )
