"""The command an outsider runs to recount."""

from __future__ import annotations

import json
import os
import runpy
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from middenstip.methods.allocation import Ballots, Election, Project, Vote, write
from middenstip.methods.allocation.command import main
from middenstip.methods.allocation.memory import peak_mb

from .elections import ROOT, real_file, small

VILLAGE = small({"a": 50, "b": 50, "c": 40}, 100, ["ab"] * 5 + ["a"] + ["c"] * 4)


@pytest.fixture
def file(tmp_path: Path) -> str:
    path = tmp_path / "dorp.pb"
    path.write_text(write(VILLAGE), encoding="utf-8")
    return str(path)


def test_count_answers_in_json(
    file: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["count", "count", file, "--rule", "mes", "--json"])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("middenstip.methods.allocation", run_name="__main__")
    assert ended.value.code == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["winners"], told["cost"], told["budget"]) == (["a", "c"], 90, 100)
    assert told["ties"] == {"cost": 0, "votes": 0, "lot": 0}
    assert told["rounds"][0] == {
        "project": "a",
        "stage": "rule",
        "cost": 50,
        "left": 50,
        "votes": 6,
        "price": 8.3333,
        "payers": 6,
        "gave_all": 0,
        "paid": 50,
    }
    assert told["cpu_s"] < 5


def test_counting_takes_little_memory(file: str) -> None:
    """In a process of its own: in this one the peak is that of whatever the tests did before."""
    done = subprocess.run(
        [sys.executable, "-m", "middenstip.methods.allocation", "count", file, "--json"],
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    told = json.loads(done.stdout)
    assert told["winners"] == ["a", "c"]
    assert 10 < told["peak_mb"] < 100


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    assert main(arguments) == 0
    return capsys.readouterr().out


def test_count_answers_in_dutch(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = run(capsys, "count", file, "--rule", "greedy", "--by", "votes").splitlines()
    assert told[0] == "2 van de 3 plannen winnen, samen voor € 100 van € 100."
    assert told[-1] == "Volgorde: a, b."


def test_every_option_reaches_the_rules(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = "--satisfaction cardinality --completion add1 --ties lexico --step 0,50 --min-votes 1"
    limits = ["--category-ceiling", "Groen=20", "--neighbourhood-ceiling", "Noord=30,50", "--joint-leftovers"]
    more = ["--incompatible", "a,b", "--lot", "Dorp", "--must-beat", "phragmen", "--file-ceilings"]
    told = json.loads(run(capsys, "count", file, *options.split(), *limits, *more, "--json"))
    rules = told["rules"]
    assert (rules["satisfaction"], rules["completion"], rules["ties"]) == ("cardinality", "add1", "lexico")
    assert (rules["step"], rules["min_votes"], rules["lot"]) == (0.5, 1, "Dorp")
    assert rules["ceilings"] == [
        {"kind": "category", "name": "Groen", "amount": 20},
        {"kind": "neighbourhood", "name": "Noord", "amount": 30.5},
    ]
    assert rules["incompatible"] == [["a", "b"]]
    assert told["comparison"]["rival"] == "phragmen"


def test_compare_sets_the_rules_side_by_side(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(run(capsys, "compare", file, "--json"))
    assert {name: "".join(outcome["winners"]) for name, outcome in told["compared"].items()} == {
        "greedy, votes": "ab",
        "greedy, stop at first": "ab",
        "greedy, votes-per-cost": "ac",
        "mes": "ac",
        "mes + greedy": "ac",
        "mes + add1": "ac",
        "mes + add1e": "ac",
        "mes + add1u": "ac",
        "bos": "ac",
        "phragmen": "ac",
    }
    table = run(capsys, "compare", file).splitlines()
    assert len(table) == 11
    assert table[1].split() == ["greedy,", "votes", "2", "€", "100", "40,0%", "1,10"]


def test_explain_tells_what_happened_and_what_was_needed(
    file: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = run(capsys, "explain", file, "b").splitlines()
    assert told[0].startswith("b (€ 50, 5 stemmen) valt af: van het geld van de stemmers")
    assert told[1].startswith("b had gewonnen met ")
    assert told[2] == "Steun: 83% van wat nodig is."
    data = json.loads(run(capsys, "explain", file, "b", "--json"))["plan"]
    assert (data["won"], data["reason"], data["money"], data["support"]) == (False, "money_spent", 8.33, 83)
    assert data["needed"] == {"votes": 1, "cost": 8.33}
    greedy = json.loads(run(capsys, "explain", file, "c", "--rule", "greedy", "--json"))["plan"]
    assert (greedy["support"], greedy["needed"]) == (None, {"votes": 1, "cost": None})
    assert len(run(capsys, "explain", file, "a", "--rule", "greedy").splitlines()) == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--category-ceiling", "Groen"], "Schrijf een plafond als NAAM=EURO, niet als 'Groen'."),
        (["--channels", "paper"], "Schrijf het gewicht als paper=1,internet=1, niet als 'paper'."),
        (["--channels", "paper=1"], "Een stem kwam binnen via '', maar dat kanaal heeft geen gewicht."),
        (["--incompatible", "a,zz"], "Plan zz bestaat niet in deze stemming."),
    ],
)
def test_options_that_make_no_sense_are_told(
    file: str, options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", file, *options]) == 2
    assert capsys.readouterr().err == f"{file}, {sentence}\n"


def test_peak_memory_is_known_on_every_system(tmp_path: Path) -> None:
    status = tmp_path / "status"
    elsewhere = peak_mb(status)
    assert 10 < elsewhere < 10_000
    status.write_text("Name: python\nVmHWM:    20480 kB\n")
    assert peak_mb(status) == 20
    status.write_text("Name: python\n")
    assert peak_mb(status) >= elsewhere


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (
            ["--category-ceiling", "Groen=20.000"],
            "Het plafond 'Groen=20.000' is niet duidelijk; schrijf 20000 of",
        ),
        (
            ["--neighbourhood-ceiling", "Noord=€ 1,500"],
            "Het plafond 'Noord=€ 1,500' is niet duidelijk;",
        ),
        (
            ["--channels", "paper=1.000"],
            "Schrijf het gewicht als paper=1,internet=1, niet als 'paper=1",
        ),
        (["--channels", "paper=-1"], "Schrijf het gewicht als paper=1,internet=1, niet als 'paper=-1'."),
    ],
)
def test_an_amount_that_could_be_two_is_told(
    file: str, options: list[str], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", file, *options]) == 2
    assert capsys.readouterr().err.startswith(f"{file}, {sentence}")


@pytest.mark.parametrize(
    ("option", "wrong"),
    [
        ("--step=1.000", "argument --step: '1.000' is niet duidelijk; schrijf 1000 of 1,00."),
        ("--step=veel", "argument --step: 'veel' is geen bedrag in euro's en hele centen."),
        ("--min-votes=1.000", "argument --min-votes: '1.000' is niet duidelijk; schrijf 1000 of 1,00."),
    ],
)
def test_an_option_that_is_no_clear_number_is_told(
    file: str, option: str, wrong: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["count", file, option])
    assert stop.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(wrong)


@pytest.mark.parametrize("amount", ["1.234,50", "1,234.50", "€ 1234,5", "1 234,50"])
def test_an_amount_is_read_the_dutch_and_the_english_way(
    file: str, amount: str, capsys: pytest.CaptureFixture[str]
) -> None:
    limits = ["--category-ceiling", f"Groen={amount}", f"--step={amount}"]
    rules = json.loads(run(capsys, "count", file, *limits, "--json"))["rules"]
    assert (rules["ceilings"][0]["amount"], rules["step"]) == (1234.5, 1234.5)


def test_a_plan_is_found_in_another_spelling(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dorp.pb"
    plans = (Project("caf\u00e9", 60_00, categories=("Caf\u00e9",)),)
    votes = [Vote("1", ("cafe\u0301",), channel="Paper"), Vote("2", ("caf\u00e9\u200b",), channel="Internet")]
    path.write_text(write(Election(plans, 100_00, Ballots.cast(votes, plans))), encoding="utf-8")
    assert run(capsys, "explain", str(path), "cafe\u0301").startswith("café (€ 60, 2 stemmen) wint")
    limited = ["--category-ceiling", "cafe\u0301=50", "--channels", "paper=1,internet=3"]
    assert "past niet meer onder het plafond" in run(capsys, "count", str(path), *limited)


def test_the_loser_of_a_tie_reads_that_the_price_decided(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gelijk.pb"
    path.write_text(write(small({"1": 60, "2": 50}, 100, ["1", "12", "2"])), encoding="utf-8")
    told = run(capsys, "explain", str(path), "1").splitlines()
    assert told[0] == (
        "1 (€ 60, 2 stemmen) valt af: van het geld van de stemmers was nog € 41,67 over, "
        "want € 25 ging naar 2. Het stond precies gelijk met 2; toen besliste de laagste prijs."
    )
    assert told[2] == "Steun: 100% van wat nodig is, net als 2, dat voorging."
    data = json.loads(run(capsys, "explain", str(path), "1", "--json"))["plan"]
    assert (data["won"], data["support"], data["tied_with"], data["tie"]) == (False, 100, "2", "cost")


def test_all_four_commands_print_one_shape(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "dorp.pb"
    path.write_text(write(official_village("equalshares/add1", won="ac")), encoding="utf-8")
    shapes = {}
    for command in ("count", "compare", "explain", "check"):
        plan = ["b"] if command == "explain" else []
        told = json.loads(run(capsys, command, str(path), *plan, "--json"))
        assert (told["command"], told["winners"]) == (command, ["a", "c"])
        shapes[command] = [name for name in ("compared", "plan", "official") if told[name] is not None]
        told |= dict.fromkeys(("compared", "plan", "official"))
        assert list(told) == SHAPE
    assert shapes == {"count": [], "compare": ["compared"], "explain": ["plan"], "check": ["official"]}


SHAPE = [
    "command",
    "winners",
    "cost",
    "budget",
    "ties",
    "rounds",
    "rules",
    "share",
    "step",
    "steps",
    "voters",
    "voters_with_nothing",
    "comparison",
    "neighbourhoods",
    "compared",
    "plan",
    "official",
    "cpu_s",
    "read_cpu_s",
    "peak_mb",
]


def official_village(rule: str, won: str = "", *meta: tuple[str, str]) -> Election:
    """The village with the rule and the winners that its file names."""
    plans = tuple(replace(plan, selected=plan.id in won if won else None) for plan in VILLAGE.projects)
    return replace(VILLAGE, projects=plans, meta=(("rule", rule), *meta))


@pytest.mark.parametrize(
    ("rule", "meta", "won"),
    [
        ("greedy", (), "ab"),
        ("greedy-no-skip", (), "ab"),
        ("Equalshares", (), "ac"),
        ("equalshares-comparison", (), "ab"),
        ("greedy-threshold", (("min_project_score_threshold", "6"),), "a"),
        ("greedy", (("budget_per_category", "40"), ("categories", "Groen")), "ab"),
        ("greedy", (("budget_per_category", "40"), ("categories", "Groen"), ("leftover_budget", "x")), "ab"),
    ],
)
def test_check_counts_by_the_rule_of_the_file(
    rule: str,
    meta: tuple[tuple[str, str], ...],
    won: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "dorp.pb"
    path.write_text(write(official_village(rule, won, *meta)), encoding="utf-8")
    said = run(capsys, "check", str(path))
    assert said == f"Dezelfde winnaars als in het bestand: {len(won)} plannen.\n"


def test_check_names_the_plans_on_which_the_two_differ(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dorp.pb"
    path.write_text(write(official_village("greedy", "abc")), encoding="utf-8")
    assert run(capsys, "check", str(path)).splitlines() == [
        "Niet dezelfde winnaars als in het bestand.",
        "Alleen in het bestand: c.",
        "Alleen in deze telling: geen.",
    ]
    told = json.loads(run(capsys, "check", str(path), "--json"))["official"]
    assert told == {"winners": ["a", "b", "c"], "same": False, "only_official": ["c"], "only_ours": []}


@pytest.mark.parametrize(
    ("rule", "meta", "sentence"),
    [
        ("greedy", (), "Dit bestand zegt niet wie er won: in PROJECTS ontbreekt de kolom selected."),
        ("greedy-custom", (), "De regel 'greedy-custom' in META is onbekend. Deze ken ik: greedy, "),
        (
            "greedy",
            (("min_project_score_threshold", "veel"),),
            "'min_project_score_threshold' in META is geen heel getal: 'veel'.",
        ),
    ],
)
def test_what_check_cannot_know_is_told(
    rule: str,
    meta: tuple[tuple[str, str], ...],
    sentence: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = tmp_path / "dorp.pb"
    path.write_text(write(official_village(rule, "", *meta)), encoding="utf-8")
    assert main(["check", str(path)]) == 2
    assert capsys.readouterr().err.startswith(f"{path}, {sentence}")


def test_the_threshold_of_the_file_counts_unless_told_otherwise(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "dorp.pb"
    path.write_text(
        write(official_village("greedy", "", ("min_project_score_threshold", "5"))), encoding="utf-8"
    )
    told = json.loads(run(capsys, "count", str(path), "--rule", "mes", "--json"))
    assert (told["winners"], told["rules"]["min_votes"]) == (["a"], 5)
    told = json.loads(run(capsys, "count", str(path), "--rule", "mes", "--min-votes", "0", "--json"))
    assert (told["winners"], told["rules"]["min_votes"]) == (["a", "c"], 0)


def test_the_ways_of_counting_are_options(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    options = ["--rule", "greedy", "--stop-at-first", "--places", "own-length", "--json"]
    rules = json.loads(run(capsys, "count", file, *options))["rules"]
    assert (rules["stop_at_first"], rules["places"]) == (True, "own-length")


def test_the_published_outcome_of_a_real_election_is_found(capsys: pytest.CaptureFixture[str]) -> None:
    said = run(capsys, "check", str(real_file("Netherlands_Assen_2024")))
    assert said == "Dezelfde winnaars als in het bestand: 9 plannen.\n"
