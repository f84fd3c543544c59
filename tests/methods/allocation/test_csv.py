"""A ``.pb`` file is read as the csv standard says, and what is written reads back as it was."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.allocation import BadElection, Ballots, Election, Project, Vote, parse, read, write
from middenstip.methods.allocation.pb_projects import KNOWN
from middenstip.methods.reading import same_name, same_words

from .elections import small

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
LINES = ("a\nb", "a\r\nb", "a\rb", "x\n\nVOTES\ny", "\u2028", "a\x0bb", "\x85", "a\u2029b", "\x1c")
MARKS = ("", "None", "none", "VOTES", "META", "META;", 'zei "ja"', '"', ";", " a ", "1.000")
ODD = st.sampled_from([*LINES, *MARKS, "\ufeffa", "\u200b", "Zoe\u0308"])
WORDS = st.one_of(ODD, TEXT)
NAMES = WORDS.filter(lambda text: "," not in text and same_name(text) != "")
CATEGORIES = WORDS.filter(lambda text: text != "" and text.strip() == text and "," not in text)
COLUMNS = WORDS.filter(lambda text: text != "" and same_words(text) not in KNOWN)
OURS = ("num_projects", "num_votes", "budget", "vote_type")
KEYS = WORDS.filter(lambda text: text != "" and same_words(text) not in OURS)


@st.composite
def written(draw: st.DrawFn) -> Election:
    """Elections with the strangest words in every place where a file has words."""
    ids = draw(st.lists(NAMES, min_size=1, max_size=4, unique_by=same_name))
    extra = draw(st.lists(COLUMNS, max_size=2, unique=True))
    projects = tuple(
        Project(
            name,
            draw(st.integers(0, 10**6)),
            draw(WORDS),
            tuple(draw(st.lists(CATEGORIES, max_size=2))),
            draw(WORDS),
            draw(st.sampled_from([None, True, False])),
            tuple((column, draw(WORDS)) for column in extra),
        )
        for name in ids
    )
    kind = draw(st.sampled_from(["approval", "ordinal", "scoring", "cumulative"]))
    votes = []
    for voter in draw(st.lists(WORDS.filter(bool), min_size=1, max_size=5, unique_by=same_name)):
        chosen = tuple(draw(st.lists(st.sampled_from(ids), unique=True)))
        points = draw(
            st.lists(st.fractions(0, 9, max_denominator=8), min_size=len(chosen), max_size=len(chosen))
        )
        votes.append(
            Vote(voter, chosen, tuple(points) if kind in ("scoring", "cumulative") else (), draw(WORDS))
        )
    meta = tuple((key, draw(WORDS)) for key in draw(st.lists(KEYS, max_size=3, unique=True)))
    return Election(projects, 10**6, Ballots.cast(votes, projects, kind), meta)


def told(election: Election) -> list[tuple[str, dict[str, Fraction], str]]:
    """Every voter with the points of each plan, in order, and the channel."""
    b, ids = election.ballots, [project.id for project in election.projects]
    return [
        (
            voter,
            {
                ids[b.project[at]]: Fraction(int(b.points[at]), b.scale)
                for at in range(int(b.start[ballot]), int(b.start[ballot + 1]))
            },
            b.channel[ballot],
        )
        for voter, ballot in zip(b.voters, b.ballot_of.tolist(), strict=True)
    ]


@settings(max_examples=400, deadline=None, derandomize=True)
@given(written())
def test_what_is_written_reads_back_to_the_letter(election: Election) -> None:
    text = write(election)
    again = parse(text)
    assert again.projects == election.projects
    assert again.budget == election.budget
    assert again.meta[4:] == election.meta
    assert told(again) == told(election)
    assert again.ballots.ballot_of.tolist() == election.ballots.ballot_of.tolist()
    assert write(again) == text


@settings(max_examples=100, deadline=None, derandomize=True)
@given(written())
def test_another_program_reads_what_we_write(election: Election) -> None:
    """Python's own csv: the same cells, and as many rows as there are plans, voters and headings."""
    rows = list(csv.reader(io.StringIO(write(election), newline=""), delimiter=";", strict=True))
    plans, voters = len(election.projects), len(election.ballots.voters)
    assert len(rows) == 3 + 3 + 4 + len(election.meta) + plans + voters
    assert [row[0] for row in rows[-voters:]] == list(election.ballots.voters)
    assert [row[0] for row in rows[-voters - 2 - plans : -voters - 2]] == [
        plan.id for plan in election.projects
    ]


HEAD = "META\nkey;value\nnum_projects;1\nnum_votes;1\nbudget;9\nvote_type;approval\n"


def only_plan(name: str) -> str:
    return (
        parse(f"{HEAD}PROJECTS\nproject_id;cost;name\na;9;{name}\nVOTES\nvoter_id;vote\n1;a\n")
        .projects[0]
        .name
    )


@pytest.mark.parametrize(
    ("cell", "name"),
    [
        ("Bank\u2028met leuning", "Bank\u2028met leuning"),
        ("Bank\x0bmet leuning", "Bank\x0bmet leuning"),
        ("Bank\x85met leuning", "Bank\x85met leuning"),
        ('"Bank\nmet leuning"', "Bank\nmet leuning"),
        ('"Bank\r\n\r\nmet leuning"', "Bank\r\n\r\nmet leuning"),
        ('"Bank\nVOTES\nvoter_id;vote\n"', "Bank\nVOTES\nvoter_id;vote\n"),
        ('"zei ""ja"""', 'zei "ja"'),
        ('"None"', "None"),
        ("None", ""),
        ('Café "De Hoek"', 'Café "De Hoek"'),
        ('"De Hoek" (café)', "De Hoek (café)"),
        ('  "Bank; met leuning"  ', "Bank; met leuning"),
    ],
)
def test_a_name_is_read_as_it_stands_there(cell: str, name: str) -> None:
    assert only_plan(cell) == name


def test_a_file_of_a_spreadsheet_is_read(tmp_path: Path) -> None:
    text = (
        "Meta;;\r\n;;\r\nKEY;Value;\r\nNum_Projects;1;\r\nnum_votes;2;\r\nBUDGET;€ 1.234,50;\r\n;;\r\n"
        "Vote_Type;Approval;\r\nprojects;;\r\nProject_ID;COST;Name\r\na;1.234,50;Bank\r\n;;\r\n \u00a0;;\r\n"
        "VOTES;;\r\nVoter_ID;Vote;\r\n1;a;\r\n\u200b;;\r\n2;a\u200b;\r\n;;\r\n"
    )
    path = tmp_path / "dorp.pb"
    path.write_bytes(("\ufeff" + text).encode())
    election = read(path)
    assert (election.budget, election.projects) == (1234_50, (Project("a", 1234_50, "Bank"),))
    assert told(election) == [("1", {"a": 1}, ""), ("2", {"a": 1}, "")]
    assert parse(text.replace("\r\n", "\r")).projects == parse("\ufeff" + text).projects == election.projects


def test_a_line_number_counts_the_lines_within_quotes() -> None:
    text = HEAD + 'PROJECTS\nproject_id;cost;name\na;9;"een\ntwee\r\ndrie"\nVOTES\nvoter_id;vote\n1;b\n'
    with pytest.raises(BadElection, match=r"^regel 14: Er is gestemd op plan b"):
        parse(text)


def test_a_voter_may_be_called_as_a_section_and_choose_nothing() -> None:
    election = small({"a": 5}, 9, ["a", ""])
    votes = [Vote("META", ("a",)), Vote("VOTES", ())]
    named = replace(election, ballots=Ballots.cast(votes, election.projects))
    assert told(parse(write(named))) == [("META", {"a": 1}, ""), ("VOTES", {}, "")]


def changed(**more: object) -> Election:
    plan = replace(Project("a", 5), **more)  # type: ignore[arg-type]
    return Election((plan,), 9, Ballots.cast([Vote("1", (plan.id,))], (plan,)))


@pytest.mark.parametrize(
    ("more", "wrong"),
    [
        ({"id": "a,b"}, "Plan 'a,b' heeft een nummer dat niet in een .pb-bestand kan."),
        ({"id": "\u200b"}, "Plan '\u200b' heeft een nummer dat niet in een .pb-bestand kan."),
        ({"categories": ("groen, blauw",)}, "Categorie 'groen, blauw' kan niet in een .pb-bestand."),
        ({"extra": (("Cost", "7"),)}, "Een kolom erbij kan niet 'Cost' heten."),
    ],
)
def test_what_the_format_cannot_hold_is_not_written(more: dict[str, Sequence[object]], wrong: str) -> None:
    with pytest.raises(BadElection) as refused:
        write(changed(**more))
    assert str(refused.value) == wrong


def test_a_voter_without_a_number_is_not_written() -> None:
    election = small({"a": 5}, 9, ["a"])
    nobody = replace(election, ballots=Ballots.cast([Vote("", ("a",))], election.projects))
    with pytest.raises(BadElection, match="Een stemmer heeft geen nummer"):
        write(nobody)
    assert write(nobody, pseudonyms=True) == write(election).replace("0;a", "1;a")
