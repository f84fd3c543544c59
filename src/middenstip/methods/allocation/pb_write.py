"""Write an election as a ``.pb`` file, so that anyone can recount it."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from .ballots import POINTS, Ballots
from .election import Election, Project
from .money import plain


def write(election: Election, *, pseudonyms: bool = False) -> str:
    """The text of a ``.pb`` file that reads back as the same election.

    Parameters
    ----------
    election : what to write.
    pseudonyms : number the voters 1, 2, 3 ... in place of their own ids, for publication.
    """
    page = io.StringIO()
    sheet = csv.writer(page, delimiter=";", lineterminator="\n")
    sheet.writerows([["META"], ["key", "value"], *meta(election)])
    sheet.writerow(["PROJECTS"])
    sheet.writerows(project_rows(election.projects))
    sheet.writerow(["VOTES"])
    sheet.writerows(vote_rows(election, pseudonyms))
    return page.getvalue()


def meta(election: Election) -> Iterator[list[str]]:
    """Our own four entries first, then what the file already told."""
    ours = {
        "num_projects": str(len(election.projects)),
        "num_votes": str(len(election.ballots.voters)),
        "budget": plain(election.budget),
        "vote_type": election.ballots.kind,
    }
    yield from ([key, value] for key, value in ours.items())
    yield from ([key, value] for key, value in election.meta if key not in ours)


def project_rows(projects: tuple[Project, ...]) -> Iterator[list[str]]:
    """Header and plans; only columns that hold something."""
    rows = [columns_of(project) for project in projects]
    header = list(dict.fromkeys(name for row in rows for name in row))
    yield header
    yield from ([row.get(name, "None") for name in header] for row in rows)


def columns_of(project: Project) -> dict[str, str]:
    """One plan, by column."""
    columns = {"project_id": project.id, "cost": plain(project.cost)}
    if project.name:
        columns["name"] = project.name
    if project.categories:
        columns["category"] = ",".join(project.categories)
    if project.neighbourhood:
        columns["neighborhood"] = project.neighbourhood
    if project.selected is not None:
        columns["selected"] = str(int(project.selected))
    return {**columns, **dict(project.extra)}


def vote_rows(election: Election, pseudonyms: bool) -> Iterator[list[str]]:
    """Header and ballots, one row for each person."""
    ballots = election.ballots
    names = [project.id for project in election.projects]
    with_points, with_channel = ballots.kind in POINTS, any(ballots.channel)
    yield ["voter_id", "vote", *["points"] * with_points, *["voting_method"] * with_channel]
    texts = []
    for number, channel in enumerate(ballots.channel):
        part = slice(int(ballots.start[number]), int(ballots.start[number + 1]))
        texts.append(
            [",".join(names[place] for place in ballots.project[part].tolist())]
            + [points_text(ballots, part)] * with_points
            + [channel] * with_channel
        )
    for number, (voter, ballot) in enumerate(zip(ballots.voters, ballots.ballot_of.tolist(), strict=True), 1):
        yield [str(number) if pseudonyms else voter, *texts[ballot]]


def points_text(ballots: Ballots, part: slice) -> str:
    """The points of one ballot, as the voter gave them."""
    return ",".join(decimal(Fraction(point, ballots.scale)) for point in ballots.points[part].tolist())


def decimal(number: Fraction) -> str:
    """A number with a point when that says it exactly, else as a fraction.

    >>> decimal(Fraction(5, 2)), decimal(Fraction(1, 3))
    ('2.5', '1/3')
    """
    text = f"{Decimal(number.numerator) / Decimal(number.denominator):f}"
    return text if Fraction(text) == number else str(number)
