"""Ballots in bulk: all names are looked up in one pass and the rest is arithmetic on arrays.

Empty ballots, quotes, ``None`` and a plan named twice are read here as well: one such ballot among a
hundred thousand must not make the others slow. A row with other columns, white space around a name, points
with a part behind the point, a person without a number or a mistake is left to the slow reader:
:func:`read_fast` then gives None, and the slow reader finds the mistake and its line.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from .ballots import MOST, POINTS, Ballots, Ints, distinct
from .pb_rows import Section, filled


def read_fast(section: Section, kind: str, place: dict[str, int]) -> Ballots | None:
    """All ballots of a section without surprises; O(names on distinct ballots)."""
    columns = table(section)
    if columns is None or "voter_id" not in columns or "vote" not in columns:
        return None
    voters, wanted = columns["voter_id"], ["vote"]
    if len(set(voters)) < len(voters) or "" in voters or not plain(voters):
        return None
    wanted += [name for name in ("points", "voting_method") if name in columns]
    different, ballot_of = distinct(zip(*(columns[name] for name in wanted), strict=True))
    parts = dict(zip(wanted, zip(*different, strict=True), strict=True))
    channel = parts.get("voting_method", ("",) * len(different))
    if not plain(set(channel)):
        return None
    try:
        project, lengths = named(parts["vote"], place)
        points = given(parts.get("points", ()), lengths) if kind in POINTS else np.ones_like(project)
    except (KeyError, ValueError):
        return None
    owner = np.repeat(np.arange(len(lengths)), lengths)
    owner, project, points = once(owner, project, points, len(place))
    lengths = np.bincount(owner, minlength=len(different)).astype(np.int64)
    ends = np.cumsum(lengths)
    if kind == "ordinal":
        points = np.repeat(ends, lengths) - 1 - np.arange(len(project))
    return Ballots(
        kind=kind,
        start=np.concatenate([np.zeros(1, dtype=np.int64), ends]),
        project=project,
        points=points,
        count=np.bincount(ballot_of).astype(np.int64),
        scale=1,
        channel=channel,
        voters=tuple(voters),
        ballot_of=ballot_of,
    )


def table(section: Section) -> dict[str, list[str]] | None:
    """The columns by name, or None when a row has more or fewer cells."""
    header, *lines = filter(filled, section.lines)
    names = [name.strip() for name in header.split(";")]
    cells = cells_of(lines, len(names))
    if cells is None:
        return None
    return {name: cells[number :: len(names)] for number, name in enumerate(names)}


def cells_of(lines: list[str], width: int) -> list[str] | None:
    """All cells in one list, ``None`` as empty text; None when a row has not this many cells."""
    text = ";".join(lines)
    if '"' in text:
        try:
            rows = list(csv.reader(lines, delimiter=";"))
        except csv.Error:
            return None
        even, cells = all(len(row) == width for row in rows), list(chain.from_iterable(rows))
    else:
        even, cells = all(line.count(";") == width - 1 for line in lines), text.split(";")
    if not even:
        return None
    return ["" if cell.lower() == "none" else cell for cell in cells] if "none" in text.lower() else cells


def plain(texts: Iterable[str]) -> bool:
    """Whether there is no white space in these texts."""
    return len("".join(texts).split()) <= 1


def named(votes: Sequence[str], place: dict[str, int]) -> tuple[Ints, Ints]:
    """The position of every plan named, and how many each ballot names; ``KeyError`` when unknown."""
    lengths = np.asarray([vote.count(",") + 1 if vote else 0 for vote in votes], dtype=np.int64)
    names = ",".join(filter(None, votes)).split(",") if lengths.any() else []
    return np.fromiter(map(place.__getitem__, names), dtype=np.int64, count=len(names)), lengths


def given(points: Sequence[str], lengths: Ints) -> Ints:
    """The points as they stand there; ``ValueError`` unless every ballot gives whole ones to each plan."""
    if [text.count(",") + 1 if text else 0 for text in points] != lengths.tolist():
        raise ValueError
    numbers = ",".join(filter(None, points)).split(",") if lengths.any() else []
    values = list(map(int, numbers))
    if max(map(abs, values), default=0) > MOST:
        raise ValueError
    return np.asarray(values, dtype=np.int64)


def once(owner: Ints, project: Ints, points: Ints, plans: int) -> tuple[Ints, Ints, Ints]:
    """A plan named twice on one ballot counts once: in the first place, with the last points."""
    pair = owner * plans + project
    ordered = np.sort(pair)
    if (ordered[1:] != ordered[:-1]).all():
        return owner, project, points
    _, first = np.unique(pair, return_index=True)
    _, last = np.unique(pair[::-1], return_index=True)
    order = np.argsort(first)
    first, last = first[order], len(pair) - 1 - last[order]
    return owner[first], project[first], points[last]
