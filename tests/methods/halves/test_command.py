"""A resident recounts the published list at home."""

import json
import runpy
import sys

import pytest

from middenstip.methods.halves.__main__ import main

ROLL = "bewoners=40,overheid=8,ondernemers=12"
LIST = """round,half,vote,condition
1,bewoners,ja,
1,bewoners,ja,
1,bewoners,ja,
1,bewoners,ja,
1,overheid,ja,
1,overheid,ja,

1,ondernemers,ja,
1,Ondernemers, Ja ,
1,ondernemers,tenzij,"laden, tot elf uur"
"""


@pytest.fixture
def recount(tmp_path, capsys):
    def run(text, *options, roll=ROLL):
        path = tmp_path / "stemmen.csv"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        code = main(["count", str(path), "--roll", roll, *options])
        out = capsys.readouterr()
        return code, out.out, out.err.replace(str(path), "stemmen.csv")

    return run


def test_recount_gives_the_published_json(recount):
    code, out, _ = recount(LIST, "--json")
    answer = json.loads(out)
    assert (code, answer["outcome"], answer["conditions"]) == (0, "aangenomen", [])
    assert answer["per_half"] == {
        "bewoners": {"ja": 4, "beslissend": 4, "quorum": 4, "zegt_ja": True},
        "overheid": {"ja": 2, "beslissend": 2, "quorum": 2, "zegt_ja": True},
        "ondernemers": {"ja": 2, "beslissend": 3, "quorum": 2, "zegt_ja": True},
    }
    assert answer["why"][-1] == "Het voorstel is aangenomen in ronde 1."


def test_conditions_to_answer_are_in_the_json(recount):
    _, out, _ = recount(LIST + '1,ondernemers,tenzij,"laden, tot elf uur"\n', "--json")
    answer = json.loads(out)
    assert answer["outcome"] == "niet aangenomen"
    assert answer["conditions"] == [
        {"half": "ondernemers", "condition": "laden, tot elf uur", "people": 2, "decisive": 4}
    ]


def test_recount_without_json_is_read_aloud(recount):
    code, out, _ = recount(LIST)
    assert code == 0
    assert out.splitlines()[0] == "aangenomen"
    assert out.splitlines()[-1] == "Het voorstel is aangenomen in ronde 1."


def test_list_without_conditions_can_be_recounted(recount):
    text = "\n".join(
        line.rpartition(",")[0] for line in LIST.replace('"laden, tot elf uur"', "").splitlines()
    )
    assert recount(text)[1].splitlines()[0] == "aangenomen"


def test_thresholds_are_options(recount):
    assert recount(LIST, "--quorum", "50")[1].splitlines()[0] == "niet aangenomen"
    assert recount(LIST, "--mean-share", "9/10")[1].splitlines()[0] == "niet aangenomen"
    assert recount(LIST, "--mean-share", "9/10", "--no-new-text")[1].splitlines()[0] == "patstelling"
    assert recount(LIST, "--mode", "consent")[1].splitlines()[0] == "aangenomen"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "stemmen.csv, regel 1: de kolom round ontbreekt."),
        ("round,half\n1,overheid\n", "stemmen.csv, regel 1: de kolom vote ontbreekt."),
        (LIST + "1,overheid\n", "stemmen.csv, regel 12: 2 velden in plaats van 4."),
        (LIST + "een,overheid,ja,\n", "stemmen.csv, regel 12: 'een' is geen nummer van een ronde."),
        (
            LIST + "1,kerk,ja,\n",
            "stemmen.csv, regel 12: onbekende helft 'kerk'. De helften zijn bewoners, overheid, ondernemers.",
        ),
        (
            LIST + "1,overheid,wie weet,\n",
            "stemmen.csv, regel 12: onbekende stem 'wie weet'. Kies uit ja, tenzij, nee, neutraal.",
        ),
        (
            LIST + "1,overheid,nee,\n" * 7,
            "stemmen.csv, regel 18: de helft overheid heeft in ronde 1 meer stemmen "
            "dan de 8 mensen op haar kieslijst.",
        ),
        (b"round,half,vote\n1,\xff", "stemmen.csv: de tekst is geen UTF-8 (byte 18)."),
        (
            LIST + '1,overheid,"ja"x,\n',
            "stemmen.csv, regel 12: geen leesbare CSV (',' expected after '\"').",
        ),
    ],
)
def test_unreadable_list_is_refused_with_file_and_line(recount, text, message):
    code, out, err = recount(text)
    assert (code, out, err) == (2, "", message + "\n")


@pytest.mark.parametrize(
    ("roll", "message"),
    [
        ("bewoners=40,overheid=8", "De helft ondernemers ontbreekt in de kieslijst."),
        (
            "bewoners=40,overheid=acht",
            "--roll: 'overheid=acht' is niet te lezen; schrijf bijvoorbeeld bewoners=40.",
        ),
        ("bewoners=40,bewoners=8", "--roll: de helft bewoners staat er twee keer."),
    ],
)
def test_wrong_roll_is_refused(recount, roll, message):
    assert recount(LIST, roll=roll) == (2, "", message + "\n")


def test_threshold_outside_the_rule_is_refused(recount):
    assert recount(LIST, "--quorum", "60") == (
        2,
        "",
        "Deze grens past niet bij de regel: quorum_percent = 60.\n",
    )
    with pytest.raises(SystemExit) as stop:
        recount(LIST, "--mean-share", "1/0")
    assert stop.value.code == 2


def test_missing_file_is_named(capsys):
    assert main(["count", "nergens.csv", "--roll", ROLL]) == 2
    assert capsys.readouterr().err == (
        "nergens.csv: het bestand is niet te openen (No such file or directory).\n"
    )


def test_package_runs_as_a_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["halves", "count", "nergens.csv", "--roll", ROLL])
    monkeypatch.delitem(sys.modules, "middenstip.methods.halves.__main__")
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("middenstip.methods.halves", run_name="__main__")
    assert stop.value.code == 2
    assert "nergens.csv" in capsys.readouterr().err
