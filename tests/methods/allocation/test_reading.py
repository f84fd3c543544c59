"""Ballot files in and out."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from middenstip.methods.allocation import Ballots, Election, Project, Rules, Vote, count, parse, read, write
from middenstip.methods.allocation.pb_rows import Section, records_of
from middenstip.methods.allocation.pb_votes import read_slow
from middenstip.methods.allocation.pb_votes_fast import read_fast

from .elections import REAL, elections, real_file

FILE = """META
key;value
description;Feest
description;Buurtfeest
;
num_projects;3
num_votes;4
budget;1000,50
vote_type;{kind}
PROJECTS
project_id;cost;name;category;neighborhood;selected;votes
a;500.25;"Bank; met leuning";Groen, Spelen;Noord;1;2
b;500;Boom;None;;0;1
c;0;;;Zuid;;0
VOTES
{votes}
"""


def section_of(lines: list[str]) -> Section:
    return records_of("\n".join(lines))


def ballots_of(election: Election) -> list[tuple[tuple[int, ...], tuple[int, ...], str, int]]:
    """Every distinct ballot: plans, points, channel and how often."""
    b = election.ballots
    cuts = list(zip(b.start[:-1].tolist(), b.start[1:].tolist(), strict=True))
    return [
        (tuple(b.project[i:j].tolist()), tuple(b.points[i:j].tolist()), b.channel[n], int(b.count[n]))
        for n, (i, j) in enumerate(cuts)
    ]


def test_a_file_is_read_to_the_cent() -> None:
    election = parse(FILE.format(kind="approval", votes="voter_id;vote\n1;a,b\n2;a,b\n3;\n4;b"))
    assert election.budget == 1000_50
    assert election.projects == (
        Project("a", 500_25, "Bank; met leuning", ("Groen", "Spelen"), "Noord", True, (("votes", "2"),)),
        Project("b", 500_00, "Boom", (), "", False, (("votes", "1"),)),
        Project("c", 0, extra=(("votes", "0"),), neighbourhood="Zuid", selected=True),
    )
    assert [project.label for project in election.projects] == ["Bank; met leuning", "Boom", "c"]
    assert ballots_of(election) == [((0, 1), (1, 1), "", 2), ((), (), "", 1), ((1,), (1,), "", 1)]
    assert election.info("unit", "description") == "Buurtfeest"
    assert election.info("unit") is None


def test_points_and_channels_are_read() -> None:
    votes = (
        "voter_id;age;vote;points;voting_method\n1;30;a,b;2,1;paper\n2;;b;0.5;internet\n3;;;;None\n4;;a; 3 ;"
    )
    election = parse(FILE.format(kind="cumulative", votes=votes))
    assert election.ballots.scale == 2
    assert ballots_of(election) == [
        ((0, 1), (4, 2), "paper", 1),
        ((1,), (1,), "internet", 1),
        ((), (), "", 1),
        ((0,), (6,), "", 1),
    ]


def test_an_ordinal_ballot_becomes_its_borda_score_and_a_plan_named_twice_counts_once() -> None:
    for votes in ("1;b,a,c\n2;a\n3;a\n4;c,b", "1;b,a,c\n2;a,a\n3;a\n4; c,b "):
        election = parse(FILE.format(kind="ordinal", votes=f"voter_id;vote\n{votes}"))
        assert ballots_of(election) == [
            ((1, 0, 2), (3, 2, 1), "", 1),
            ((0,), (1,), "", 2),
            ((2, 1), (2, 1), "", 1),
        ]


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("approval", ["voter_id;vote", "1;a,b", "2;b", "3;a,b"]),
        ("ordinal", ["voter_id;vote;voting_method", "1;a,b;paper", "2;b;internet", "3;b,a;paper"]),
        ("scoring", ["voter_id;vote;points;age", "1;a,b;3,1;20", "2;b;2;30", "3;b;0;"]),
    ],
)
def test_bulk_and_row_by_row_read_the_same(kind: str, lines: list[str]) -> None:
    section, place = section_of(lines), {"a": 0, "b": 1}
    fast, slow = read_fast(section, kind, place), read_slow(section, kind, place)
    assert fast is not None
    for name in ("start", "project", "points", "count", "ballot_of"):
        assert getattr(fast, name).tolist() == getattr(slow, name).tolist()
    assert (fast.kind, fast.scale, fast.channel, fast.voters) == (slow.kind, 1, slow.channel, slow.voters)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("approval", ["voter_id;vote", "1;a,b", "2;", "3;None", "4;a,b"]),
        ("approval", ["voter_id;vote", "1;", "2;"]),
        ("approval", ["voter_id;vote", "1;a,b,a", "2;b,b", "3;a"]),
        ("approval", ["voter_id;vote", '1;"a,b"', "2;b", '"3";"a"']),
        ("approval", ["voter_id;vote;voting_method", "1;a;none", "2;a;", "3;b;paper", " ;;", ""]),
        ("ordinal", ["voter_id;vote", "1;b,a,b", "2;", "3;a,b"]),
        ("scoring", ["voter_id;vote;points", "1;a,b,a;3,1,2", "2;;", "3;b;0"]),
        ("cumulative", ["voter_id;vote;points", "1;;", "2;None;None"]),
    ],
)
def test_an_odd_ballot_does_not_stop_the_bulk_and_is_read_as_row_by_row(kind: str, lines: list[str]) -> None:
    section, place = section_of(lines), {"a": 0, "b": 1}
    fast, slow = read_fast(section, kind, place), read_slow(section, kind, place)
    assert fast is not None
    for name in ("start", "project", "points", "count", "ballot_of"):
        assert getattr(fast, name).tolist() == getattr(slow, name).tolist(), name
    assert (fast.channel, fast.voters) == (slow.channel, slow.voters)


def test_rows_of_separators_only_are_no_votes() -> None:
    votes = "\n\nvoter_id;vote\n1;a\n2;b\n3;a\n4;c\n;\n;;\n"
    assert parse(FILE.format(kind="approval", votes=votes)).ballots.voters == ("1", "2", "3", "4")


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        ("approval", ["vote", "a"]),
        ("approval", ["voter_id;vote", '1;"a";b']),
        ("approval", ["voter_id;vote", ";a"]),
        ("approval", ["voter_id;vote", "1; a"]),
        ("approval", ["voter_id;vote", "1;a", "1;b"]),
        ("approval", ["voter_id;vote", "1;a;b"]),
        ("approval", ["voter_id;vote", "1;z"]),
        ("approval", ["voter_id;vote;voting_method", "1;a;per post"]),
        ("scoring", ["voter_id;vote;points", "1;a,b;2"]),
        ("scoring", ["voter_id;vote;points", "1;a;veel"]),
        ("scoring", ["voter_id;vote;points", "1;a;-1"]),
        ("scoring", ["voter_id;vote;points", "1;a;10000000000000"]),
        ("scoring", ["voter_id;vote", "1;a"]),
    ],
)
def test_what_is_not_tidy_is_left_to_the_row_reader(kind: str, lines: list[str]) -> None:
    assert read_fast(section_of(lines), kind, {"a": 0, "b": 1}) is None


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.sampled_from(["approval", "cumulative", "ordinal"]).flatmap(elections))
def test_what_is_written_reads_back(election: Election) -> None:
    affordable = [plan for plan in election.projects if plan.cost <= election.budget]
    if len(affordable) < len(election.projects):
        election = Election(election.projects, 1000_00, election.ballots)
    again = parse(write(election))
    assert again.projects == election.projects
    assert again.budget == election.budget
    assert ballots_of(again) == ballots_of(election)
    assert again.ballots.voters == election.ballots.voters
    assert count(again, Rules()).winners == count(election, Rules()).winners


def test_writing_keeps_what_a_file_told_and_can_hide_who_voted() -> None:
    projects = (Project("a", 10_00, "Bank", ("Groen",), "Noord", True, (("target", "ouderen"),)),)
    votes = [
        Vote("ann", ("a",), (Fraction(5, 2),), "paper"),
        Vote("bo", ("a",), (Fraction(1, 3),), "internet"),
    ]
    ballots = Ballots.cast(votes, projects, "cumulative")
    text = write(Election(projects, 20_00, ballots, (("unit", "Dorp"),)), pseudonyms=True)
    assert text.splitlines() == [
        "META",
        "key;value",
        "num_projects;1",
        "num_votes;2",
        "budget;20",
        "vote_type;cumulative",
        "unit;Dorp",
        "PROJECTS",
        "project_id;cost;name;category;neighborhood;selected;target",
        "a;10;Bank;Groen;Noord;1;ouderen",
        "VOTES",
        "voter_id;vote;points;voting_method",
        "1;a;2.5;paper",
        "2;a;1/3;internet",
    ]


@pytest.mark.parametrize("name", REAL)
def test_real_files_read_and_write(name: str, tmp_path: Path) -> None:
    election = read(real_file(name))
    copy = tmp_path / "copy.pb"
    copy.write_text(write(election), encoding="utf-8-sig")
    again = read(copy)
    assert again.projects == election.projects
    assert dict(again.meta) == dict(election.meta)
    assert ballots_of(again) == ballots_of(election)
