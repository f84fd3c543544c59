"""A resident downloads the votes and measures again at home."""

import json
import runpy
import sys

import pytest

from middenstip.methods.common_ground import analyse, collect
from middenstip.methods.common_ground.__main__ import main
from middenstip.methods.common_ground.resources import peak_megabytes
from middenstip.methods.reading import InputError

SAVE = "bewaar het bestand als CSV UTF-8."
HALF = {"b": "bewoners", "o": "overheid", "z": "ondernemers"}
PEOPLE = [f"{half}{number}" for half in HALF for number in range(12)]
VOTES = "person,statement,vote\n" + "".join(
    f"{name},{statement},{vote}\n"
    for name in PEOPLE
    for statement, vote in (("1", 1), ("2", 1 if name[0] != "o" or int(name[1:]) % 2 else -1), ("10", 0))
)
HALVES = "person,half\n" + "".join(f"{name},{HALF[name[0]]}\n" for name in PEOPLE)


@pytest.fixture
def run(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    def analyse(*options, **files):
        for name, text in files.items():
            (tmp_path / f"{name}.csv").write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["analyse", "votes.csv", *options])
        out = capsys.readouterr()
        return code, out.out, out.err

    return analyse


def test_json_tells_everything_per_statement_and_half(run):
    code, out, _ = run("--halves", "halves.csv", "--json", votes=VOTES, halves=HALVES)
    answer = json.loads(out)
    assert code == 0
    assert list(answer) == ["statements", "near", "groups", "stability", "map", "why", "cpu_s", "peak_mb"]
    green, square, empty = answer["statements"]
    assert [each["id"] for each in answer["statements"]] == ["1", "2", "10"]
    assert (green["seen"], green["agree"], green["disagree"], green["pass"]) == (36, 36, 0, 0)
    assert [group["size"] for group in answer["groups"]] == [6, 30]
    assert green["gic"] == {"agree": 31 / 32 * 7 / 8, "disagree": 1 / 32 * 1 / 8}
    assert (green["certified"], green["bridge"]) == (True, green["per_half"]["overheid"]["lower"])
    assert square["per_half"]["overheid"] == {
        "seen": 12,
        "agree": 6,
        "disagree": 6,
        "pass": 0,
        "lower": pytest.approx(0.3266, abs=1e-4),
        "upper": pytest.approx(0.6734, abs=1e-4),
        "certified": False,
        "census": False,
        "why": "In de helft overheid: 6 keer eens, 6 keer oneens, 0 keer overgeslagen; "
        "niet zeker meer dan de helft is het eens (ondergrens 32%).",
    }
    assert answer["near"] == [
        {"id": "2", "half": "overheid", "why": "Bijna: alleen de helft overheid twijfelt nog."}
    ]
    assert (empty["bridge"], empty["certified"]) == (0, False)
    assert (len(answer["map"]["people"]), len(answer["map"]["statements"])) == (36, 3)
    assert answer["cpu_s"] > 0
    assert answer["peak_mb"] > 10


def test_text_starts_with_what_is_shared(run):
    code, out, _ = run("--halves", "halves.csv", votes=VOTES, halves=HALVES)
    assert code == 0
    assert "Gemene grond van alle helften: 1. Bijna: 1." in out.splitlines()
    assert out.index("Gemene grond: 1\n") < out.index("Bijna: 2\n")


def test_given_groups_are_compared(run):
    groups = "group,person\n" + "".join(f"{'x' if name[0] == 'o' else 'y'},{name}\n" for name in PEOPLE)
    _, out, _ = run("--groups", "groups.csv", "--json", votes=VOTES, groups=groups)
    answer = json.loads(out)
    assert [(group["id"], group["size"], len(group["people"])) for group in answer["groups"]] == [
        ("x", 12, 12),
        ("y", 24, 24),
    ]
    square = answer["groups"][0]["statements"][1]
    assert (square["id"], square["seen"]) == ("2", 12)
    assert (square["agree"]["votes"], square["agree"]["share"]) == (6, 0.5)
    assert square["disagree"]["representativeness"] == 0.5 * 26
    assert answer["groups"][0]["typical"] == [{"id": "2", "way": "disagree"}]
    assert answer["statements"][1]["gic"]["agree"] == 0.5 * 25 / 26
    _, text, _ = run("--groups", "groups.csv", votes=VOTES, groups=groups)
    assert text.endswith(
        "Groep x: 12 mensen.\nVaker oneens dan anderen: 2\n\nGroep y: 24 mensen.\nVaker eens dan anderen: 2\n"
    )


def test_statements_nobody_saw_are_listed(run):
    listed = "statement\n1\n\n77\n"
    _, out, _ = run("--statements", "listed.csv", "--json", votes=VOTES, listed=listed)
    unseen = json.loads(out)["statements"][-1]
    assert (unseen["id"], unseen["seen"], unseen["gic"]) == ("77", 0, {"agree": 0.5, "disagree": 0.5})
    assert unseen["why"] == "Niemand heeft deze stelling gezien."


def test_one_person_is_no_problem(run):
    code, out, _ = run("--halves", "halves.csv", votes="person,statement,vote\r\nb1,s,1.0\r\n", halves=HALVES)
    assert code == 0
    assert out.splitlines()[:2] == [
        "Aantal stellingen: 1. Aantal mensen dat stemde: 1.",
        "Gemene grond van alle helften: 0. Bijna: 0.",
    ]


def test_white_space_around_names_and_votes_plays_no_part(run):
    options = ("--halves", "halves.csv", "--statements", "s.csv")
    tidy = run(*options, votes=VOTES, halves=HALVES, s="statement\n1\n2\n")
    loose = run(
        *options,
        votes="\ufeff" + VOTES.replace(",", " , ").replace("\n", " \r\n"),
        halves=HALVES.replace(",", " ,\t").replace("\n", " \n"),
        s="statement\n 1 \n2 \n \n",
    )
    assert loose == tidy
    assert tidy[0] == 0


def test_changed_votes_and_people_without_a_half_are_reported(run):
    _, out, _ = run("--halves", "halves.csv", votes=VOTES + "b1,1,-1\nvreemd,1,1\n", halves=HALVES)
    assert out.splitlines()[1:3] == [
        "Zonder helft: 1 persoon; die stemmen tellen alleen mee in het geheel.",
        "Veranderde stemmen: 1; de laatste telt.",
    ]


def test_thresholds_are_options(run):
    options = ("--halves", "halves.csv", "--least-votes", "13", "--json")
    many = HALVES + "".join(f"{half}{n},{half}\n" for half in HALF.values() for n in range(300))
    for more, certified in (((), False), (("--least-votes", "12"), True)):
        told = json.loads(run(*options, *more, votes=VOTES, halves=many)[1])
        assert told["statements"][0]["certified"] == certified


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"votes": ""}, "votes.csv, regel 1: de kolom person ontbreekt."),
        ({"votes": "person,vote\n"}, "votes.csv, regel 1: de kolom statement ontbreekt."),
        ({"votes": "person,statement,vote\n"}, "votes.csv, regel 1: er staat geen enkele stem onder de kop."),
        (
            {"votes": "person,statement,vote\n\n\n"},
            "votes.csv, regel 1: er staat geen enkele stem onder de kop.",
        ),
        ({"votes": VOTES + "b1,1,2\n"}, "votes.csv, regel 110: de stem is '2'; een stem is 1, 0 of -1."),
        ({"votes": VOTES + "b1,1\n"}, "votes.csv, regel 110: 2 velden in plaats van 3."),
        ({"votes": VOTES + ",1,1\n"}, "votes.csv, regel 110: er ontbreekt een persoon of een stelling."),
        (
            {"votes": 'person,statement,vote\n\n"b\n1",1,1\nb2,1,eens\n'},
            "votes.csv, regel 5: de stem is 'eens'; een stem is 1, 0 of -1.",
        ),
        (
            {"votes": 'person,statement,vote\nb1,"1"x,1\n'},
            "votes.csv, regel 2: geen leesbare CSV (',' expected after '\"').",
        ),
        (
            {"votes": b"person,statement,vote\n\xff"},
            "votes.csv: de tekst is geen UTF-8 (byte 22); " + SAVE,
        ),
        (
            {"halves": HALVES + "b0,overheid\n"},
            "halves.csv, regel 38: b0 staat al in 'bewoners' en kan niet ook in 'overheid' staan.",
        ),
        ({"halves": HALVES + "b99,\n"}, "halves.csv, regel 38: er ontbreekt een naam."),
        ({"halves": "person,helft\n"}, "halves.csv, regel 1: de kolom half ontbreekt."),
    ],
)
def test_what_cannot_be_counted_is_refused_with_file_and_line(run, files, message):
    code, out, err = run("--halves", "halves.csv", **{"votes": VOTES, "halves": HALVES, **files})
    assert (code, out, err) == (2, "", message + "\n")


def test_missing_file_and_strange_lot_are_refused(run):
    assert run() == (2, "", "votes.csv: het bestand is niet te openen (No such file or directory).\n")
    assert run("--seed", "-1") == (2, "", "--seed: -1 is geen lot; kies 0 of hoger.\n")


@pytest.mark.parametrize("threshold", ["-0,1", "1.1"])
def test_a_threshold_for_groups_that_is_none_is_refused(run, threshold):
    code, out, err = run(f"--stable-from={threshold}", votes=VOTES)
    assert (code, out) == (2, "")
    number = threshold.replace(",", ".")
    assert err == f"--stable-from: {number} is geen grens; kies een getal van 0 tot en met 1.\n"


@pytest.mark.parametrize(
    ("option", "wrong"),
    [
        ("--stable-from=nan", "'nan' is geen getal."),
        ("--stable-from=inf", "'inf' is geen getal."),
        ("--stable-from=1.000", "'1.000' is niet duidelijk; schrijf 1000 of 1,00."),
        ("--least-votes=1,5", "'1,5' is geen heel getal."),
        ("--census-below=10.000", "'10.000' is niet duidelijk; schrijf 10000 of 10,00."),
    ],
)
def test_an_option_that_is_no_clear_number_is_refused(run, capsys, option, wrong):
    with pytest.raises(SystemExit) as stop:
        run(option, votes=VOTES)
    assert stop.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"argument {option.partition('=')[0]}: {wrong}")


@pytest.mark.parametrize("option", ["--least-votes", "--census-below"])
def test_less_than_no_votes_or_people_is_refused(run, option):
    wrong = "--least-votes en --census-below zijn 0 of hoger.\n"
    assert run(option, "-1", votes=VOTES) == (2, "", wrong)


def test_memory_is_known_where_the_system_keeps_no_status(tmp_path):
    assert peak_megabytes(tmp_path / "nowhere") > 10
    (tmp_path / "status").write_text("Name:\tpython\nVmHWM:\t   51200 kB\n")
    assert peak_megabytes(tmp_path / "status") == 50


def test_package_runs_as_a_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["common_ground", "analyse", "nergens.csv"])
    monkeypatch.delitem(sys.modules, "middenstip.methods.common_ground.__main__")
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("middenstip.methods.common_ground", run_name="__main__")
    assert stop.value.code == 2
    assert "nergens.csv" in capsys.readouterr().err


def test_two_spellings_of_one_name_are_one_person(run):
    """Zoë votes on a phone that composes her name, and stands on the list of members in letters and dots."""
    votes = VOTES.replace("b0,", "Zo\u00eb,").replace("o1,", "d'Ekker,").replace("z2,", "z2\u200b,")
    halves = HALVES.replace("b0,", "Zoe\u0308,").replace("o1,", "d’Ekker,").replace("b3,bew", "b3,Bew")
    code, out, _ = run("--halves", "halves.csv", "--json", votes=votes, halves=halves)
    answer = json.loads(out)
    assert code == 0
    assert not any("Zonder helft" in line for line in answer["why"])
    assert list(answer["statements"][0]["per_half"]) == ["bewoners", "ondernemers", "overheid"]
    assert {half["seen"] for half in answer["statements"][0]["per_half"].values()} == {12}
    assert {"Zoë", "d'Ekker", "z2"} < set(answer["map"]["people"])


def test_a_person_in_two_spellings_votes_once_and_stands_in_one_half(run):
    votes = VOTES + "Zoe\u0308,1,1\nZo\u00eb,1,-1\n"
    answer = run("--halves", "halves.csv", votes=votes, halves=HALVES + "Zo\u00eb,overheid\n")[1]
    assert "Veranderde stemmen: 1; de laatste telt." in answer.splitlines()
    twice = HALVES + "Bé,overheid\nBe\u0301,bewoners\n"
    code, _, err = run("--halves", "halves.csv", votes=VOTES, halves=twice)
    assert (code, err) == (
        2,
        "halves.csv, regel 39: Bé staat al in 'overheid' en kan niet ook in 'bewoners' staan.\n",
    )


def test_a_dutch_spreadsheet_gives_the_same_outcome(run):
    options = ("--halves", "halves.csv", "--groups", "groups.csv", "--statements", "s.csv")
    groups = "person,group\n" + "".join(f"{name},{name[0]}\n" for name in PEOPLE)
    files = {"votes": VOTES, "halves": HALVES, "groups": groups, "s": "statement\n1\n2\n77\n"}
    plain = run(*options, **files)
    dutch = {
        name: "\ufeff" + text.replace(",", ";").replace("\n", ";\r\n;;;\r\n") for name, text in files.items()
    }
    dutch["votes"] = dutch["votes"].replace(";1;\r", ";1,0;\r").replace(";-1;", ";−1;")
    dutch["halves"] = dutch["halves"].replace("person;half", "Person;Half")
    assert run(*options, **dutch) == plain
    assert plain[0] == 0


def test_votes_that_are_collected_by_a_program_are_read_the_same():
    votes = collect([("Zo\u00eb", "é", 1), ("Zoe\u0308", "e\u0301", -1)], ["é", "\u200b", "x"])
    assert (votes.people, votes.statements, votes.replaced) == (("Zoë",), ("x", "é"), 1)
    result = analyse(votes, {"Zoe\u0308": "bewoners", "Zo\u00eb": "Bewoners"}, {"Zoe\u0308": "A", "weg": "B"})
    assert (result.groups[0].id, result.groups[0].size, len(result.groups)) == ("A", 1, 1)
    assert [(half.half, half.members) for half in result.statements[0].per_half] == [("bewoners", 1)]
    with pytest.raises(InputError, match="er ontbreekt een persoon of een stelling"):
        collect([("\u200b", "s", 1)])
