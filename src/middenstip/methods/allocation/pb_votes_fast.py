"""Tidy ballots in bulk: all names are looked up in one pass and the rest is arithmetic on arrays.

A section is tidy when it has no quotes or empty cells, every row has all its columns, nobody votes
twice, and every plan is known and named once per ballot. Otherwise :func:`read_fast` gives None and the
slow reader takes over, which also finds the mistake and its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from .ballots import POINTS, Ballots, Ints, distinct
from .pb_rows import Section


def read_fast(section: Section, kind: str, place: dict[str, int]) -> Ballots | None:
    """All ballots of a tidy section; O(names on distinct ballots)."""
    columns = table(section)
    if columns is None or "voter_id" not in columns or "vote" not in columns:
        return None
    voters, wanted = columns["voter_id"], ["vote"]
    if len(set(voters)) < len(voters) or not plain(voters):
        return None
    wanted += [name for name in ("points", "voting_method") if name in columns]
    different, ballot_of = distinct(zip(*(columns[name] for name in wanted), strict=True))
    parts = dict(zip(wanted, zip(*different, strict=True), strict=True))
    channel = parts.get("voting_method", ("",) * len(different))
    if not plain(set(channel)) or "None" in channel:
        return None
    try:
        project, lengths = named(parts["vote"], place)
        points = points_of(kind, parts.get("points", ()), lengths)
    except (KeyError, ValueError):
        return None
    owner = np.repeat(np.arange(len(lengths)), lengths)
    names = np.sort(owner * len(place) + project)
    if (names[1:] == names[:-1]).any():
        return None
    return Ballots(
        kind=kind,
        start=np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)]),
        project=project,
        points=points,
        count=np.bincount(ballot_of).astype(np.int64),
        scale=1,
        channel=channel,
        voters=tuple(voters),
        ballot_of=ballot_of,
    )


def table(section: Section) -> dict[str, list[str]] | None:
    """The columns by name, or None when a row is not plain."""
    header, *lines = filter(None, section.lines)
    names = [name.strip() for name in header.split(";")]
    text = ";".join(lines)
    if '"' in text or any(line.count(";") != len(names) - 1 for line in lines):
        return None
    cells = text.split(";")
    return {name: cells[number :: len(names)] for number, name in enumerate(names)}


def plain(texts: Iterable[str]) -> bool:
    """Whether there is no white space in these texts."""
    return len("".join(texts).split()) <= 1


def named(votes: Sequence[str], place: dict[str, int]) -> tuple[Ints, Ints]:
    """The position of every plan named, and how many each ballot names; ``KeyError`` when unknown."""
    lengths = np.asarray([vote.count(",") + 1 for vote in votes], dtype=np.int64)
    names = ",".join(votes).split(",")
    return np.fromiter(map(place.__getitem__, names), dtype=np.int64, count=len(names)), lengths


def points_of(kind: str, points: Sequence[str], lengths: Ints) -> Ints:
    """What each plan named is worth; ``ValueError`` unless every ballot gives whole points to each."""
    if kind in POINTS:
        given = [text.count(",") + 1 for text in points]
        if given != lengths.tolist():
            raise ValueError
        return np.asarray(list(map(int, ",".join(points).split(","))), dtype=np.int64)
    if kind == "ordinal":
        rank = np.arange(int(lengths.sum())) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return np.repeat(lengths, lengths) - 1 - rank
    return np.ones(int(lengths.sum()), dtype=np.int64)
