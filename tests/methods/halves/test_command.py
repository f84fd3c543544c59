"""A resident recounts the published list at home."""

import json
import runpy
import sys

import pytest

from middenstip.methods.halves.__main__ import main

SAVE = "bewaar het bestand als CSV UTF-8."
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


@pytest.mark.parametrize("said", ['"nee, tenzij"', '"Nee,\u00a0tenzij"', "nee tenzij"])
def test_an_unless_may_be_written_as_the_rules_write_it(recount, said):
    assert recount(LIST.replace("tenzij", said), "--json") == recount(LIST, "--json")


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
        (
            b"round,half,vote\n1,\xff",
            "stemmen.csv: de tekst is geen UTF-8 (byte 18); " + SAVE,
        ),
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
            "--roll: 'overheid=acht' is niet te lezen; schrijf bijvoorbeeld bewoners=40, "
            "zonder punt of komma in het getal.",
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


@pytest.mark.parametrize(
    ("option", "wrong"),
    [
        ("--mean-share=1/0", "'1/0' is geen aandeel; schrijf bijvoorbeeld 2/3."),
        ("--mean-share=0,666", None),
        ("--mean-share=1.000", "'1.000' is niet duidelijk; schrijf 1000 of 1,00."),
        ("--quorum=10.000", "'10.000' is niet duidelijk; schrijf 10000 of 10,00."),
        ("--answer=2,5", "'2,5' is geen heel getal."),
        ("--rounds=drie", "'drie' is geen getal."),
    ],
)
def test_a_threshold_that_is_no_clear_number_is_refused(recount, capsys, option, wrong):
    if wrong is None:
        assert recount(LIST, option)[0] == 0
        return
    with pytest.raises(SystemExit) as stop:
        recount(LIST, option)
    assert stop.value.code == 2
    assert capsys.readouterr().err.splitlines()[-1].endswith(f"argument {option.partition('=')[0]}: {wrong}")


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


DUTCH_EXCEL = """\ufeffRound;Half;Vote;Condition
1;Bewoners;Ja;
;;;
1;bewoners;JA;
1;bewoners;ja
1;bewoners;ja;;;
1;overheid;ja;
1;overheid;ja;
;;;
1;ondernemers;ja;
1;ondernemers;ja;
1;ondernemers;tenzij;laden, tot elf uur
"""


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_dutch_spreadsheet_gives_the_same_count(recount, end):
    assert recount(DUTCH_EXCEL.replace("\n", end), "--json") == recount(LIST, "--json")
    code, _, err = recount(DUTCH_EXCEL + "1;kerk;ja;\n")
    assert (code, err.partition(":")[0]) == (2, "stemmen.csv, regel 13")


def test_a_roll_may_have_capitals_and_semicolons(recount):
    assert recount(LIST, roll="Bewoners=40; Overheid = 8 ;ONDERNEMERS=12") == recount(LIST)


@pytest.mark.parametrize("number", ["4.000", "4,000", "4 000", "4,0"])
def test_a_roll_that_is_no_clear_number_is_refused(recount, number):
    code, out, err = recount(LIST, roll=f"bewoners={number},overheid=8,ondernemers=12")
    assert (code, out) == (2, "")
    assert err.endswith("schrijf bijvoorbeeld bewoners=40, zonder punt of komma in het getal.\n")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("het café", "het cafe\u0301"),
        ("foto's", "foto’s"),
        ("laden kan", "laden\u200b kan"),
        ("laden–lossen kan", "Laden-lossen\u00a0kan."),
    ],
)
def test_two_spellings_of_one_condition_are_answered_once(recount, one, other):
    text = LIST.replace('"laden, tot elf uur"', one) + f"1,ondernemers,tenzij,{other}\n"
    assert json.loads(recount(text, "--json")[1])["conditions"] == [
        {"half": "ondernemers", "condition": one, "people": 2, "decisive": 4}
    ]


def test_a_reason_that_cannot_be_seen_is_no_reason(recount):
    text = LIST + "1,bewoners,tenzij,\u200b\n" * 4
    assert recount(text, "--mode", "consent")[1].splitlines()[0] == "aangenomen"
    assert json.loads(recount(text, "--json")[1])["conditions"] == []


def test_a_consent_list_without_its_reasons_is_refused(recount):
    """Only reasoned objections count: without the column the outcome would differ from the stored one."""
    bare = "\n".join(",".join(row.split(",")[:3]) for row in LIST.strip().splitlines())
    assert recount(bare)[0] == 0
    code, _, told = recount(bare, "--mode", "consent")
    assert (code, told.strip().partition("stemmen.csv")[2]) == (2, ", regel 1: de kolom condition ontbreekt.")
