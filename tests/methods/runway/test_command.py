"""A resident counts at home when the money of the village house ends."""

import json
import runpy
import sys

import pytest

from middenstip.methods.runway.__main__ import main

LIST = """name,direction,kind,certainty,amount,first,last,every,pot,covers
huur,uit,huur,vast,500,2027-01,2036-12,1,,
coördinator,out,loon,vast,"1.500,00",2027-01,2036-12,1,,
verhuur,in,verhuur,vast,€ 400,2027-01,2036-12,1,,

subsidie,in,Subsidie,vast,9 000,2027-01,2027-07,6,,2027-12
leden,in,leden,toegezegd,1200,2027-03,2036-12,12,,
fonds,in,fonds,aangevraagd,"10.000,00",2027-10,2027-10,,,
"""


@pytest.fixture
def count(tmp_path, capsys):
    def run(text=LIST, *options, start="2027-01", balance=("4400",)):
        path = tmp_path / "geld.csv"
        path.write_text(text)
        code = main(["when", str(path), "--from", start, "--balance", *balance, *options])
        out = capsys.readouterr()
        return code, out.out, out.err.replace(str(path), "geld.csv")

    return run


def test_the_ends_are_read_aloud(count):
    code, out, _ = count()
    assert code == 0
    assert out.splitlines() == [
        "zeker: Het geld is op in maart 2028. Gestopt: subsidie (juli 2027). huur en coördinator gaan door: "
        "daarna is elke maand € 1.600 te weinig. Nog 14 maanden.",
        "verwacht: Het geld is op in april 2028. Gestopt: subsidie (juli 2027). huur en coördinator gaan "
        "door: daarna is elke maand € 1.500 te weinig. Nog 15 maanden.",
        "hoopvol: Het geld is op in oktober 2028. Gestopt: subsidie (juli 2027), fonds (oktober 2027). "
        "huur en coördinator gaan door: daarna is elke maand € 1.500 te weinig. Nog 21 maanden.".replace(
            "(juli 2027), fonds", "(juli 2027) en fonds"
        ),
        "later: Het geld is op in maart 2027. huur en coördinator gaan door: "
        "daarna is elke maand € 100 te weinig. Nog 2 maanden.",
        "subsidie stopt: Het geld is op in september 2027. Gestopt: subsidie (januari 2027). "
        "huur en coördinator gaan door: daarna is elke maand € 1.600 te weinig. Nog 8 maanden.",
        "geld op: maart 2028, nog 14 maanden",
        "subsidie stopt: december 2027, nog 12 maanden",
        "zeker, eind januari 2032: -€ 75.200",
    ]


def test_the_ends_are_json(count):
    code, out, _ = count(LIST, "--json", "--months", "24")
    answer = json.loads(out)
    assert code == 0
    assert {name: (one["ends"], one["left"]) for name, one in answer["scenarios"].items()} == {
        "zeker": ("2028-03", 14),
        "verwacht": ("2028-04", 15),
        "hoopvol": ("2028-10", 21),
        "later": ("2027-03", 2),
        "subsidie stopt": ("2027-09", 8),
    }
    assert answer["scenarios"]["zeker"]["months"][14] == {
        "month": "2028-03",
        "opening": 0,
        "in": 40_000,
        "out": 200_000,
        "closing": -160_000,
        "shortage": 160_000,
    }
    assert answer["clocks"] == [
        {"name": "geld op", "left": 14, "month": "2028-03", "level": None},
        {"name": "subsidie stopt", "left": 12, "month": "2027-12", "level": 12},
    ]


def test_hours_and_earmarks_are_counted_too(count):
    hours = (
        "name,direction,kind,certainty,amount,first,last,pot\nbezorgen,uit,uren,,12,2027-01,2027-09,vers\n"
    )
    code, out, _ = count(hours, "--hours", balance=("24", "Vers=12"))
    assert (code, out.splitlines()[0]) == (
        0,
        "zeker: De uren zijn op in april 2027. bezorgen gaat door: daarna is elke maand 6 uur te weinig. "
        "Nog 3 maanden.",
    )
    assert count(LIST, "--json", balance=("500000",))[0] == 0
    assert count(hours, balance=("500000",))[1].splitlines()[0].endswith("60 maanden niet op.")


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            LIST.replace("€ 400", '"400,123"'),
            "geld.csv, regel 4: een getal is niet duidelijk; schrijf 400123 of 400,12.",
        ),
        (
            LIST.replace("€ 400", '"0,1234"'),
            "geld.csv, regel 4: een getal heeft meer dan twee cijfers achter de komma.",
        ),
        (LIST.replace("€ 400", "veel"), "geld.csv, regel 4: een getal is geen getal."),
        (
            LIST.replace("2027-12", "2027-13"),
            "geld.csv, regel 6: '2027-13' is geen maand; schrijf bijvoorbeeld 2027-01.",
        ),
        (
            LIST.replace("vast,500", "hoop,500"),
            "regel 2: huur: onbekende zekerheid 'hoop'. Kies uit vast, toegezegd, aangevraagd.",
        ),
        ("name\nhuur\n", "geld.csv, regel 1: de kolom direction ontbreekt."),
    ],
)
def test_a_list_that_cannot_be_read_is_refused_with_its_line(count, text, wrong):
    assert count(text) == (2, "", wrong + "\n")


@pytest.mark.parametrize(
    ("balance", "start", "wrong"),
    [
        (("4400", "12"), "2027-01", "--balance: de pot '' staat er twee keer."),
        (("veel",), "2027-01", "--balance: 'veel' is geen getal."),
        (("1",), "januari", "'januari' is geen maand; schrijf bijvoorbeeld 2027-01."),
        (("1",), "0000-01", "'0000-01' is geen maand; schrijf bijvoorbeeld 2027-01."),
        (("keuken=-1",), "2027-01", "De pot keuken staat onder nul. Een tekort staat in de vrije pot."),
    ],
)
def test_a_wrong_option_is_refused(count, balance, start, wrong):
    assert count(LIST, balance=balance, start=start) == (2, "", wrong + "\n")


def test_package_runs_as_a_program(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["runway", "when", "nergens.csv", "--from", "2027-01"])
    monkeypatch.delitem(sys.modules, "middenstip.methods.runway.__main__")
    with pytest.raises(SystemExit) as stop:
        runpy.run_module("middenstip.methods.runway", run_name="__main__")
    assert stop.value.code == 2
    assert "nergens.csv" in capsys.readouterr().err
