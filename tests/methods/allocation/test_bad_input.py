"""Mistakes in a file: a clear sentence with the line, exit code 2, and nothing counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from middenstip.methods.allocation.command import main

GOOD = [
    "META",  # 1
    "key;value",
    "num_projects;2",  # 3
    "num_votes;2",
    "budget;100",  # 5
    "vote_type;approval",
    "PROJECTS",
    "project_id;cost;name",  # 8
    "a;60;Bank",
    "b;50;Boom",  # 10
    "VOTES",
    "voter_id;vote",  # 12
    "1;a,b",
    "2;b",  # 14
]


def changed(**lines: str | None) -> str:
    """The good file with other lines: ``L5="budget;0"``; None leaves the line out."""
    rows = [lines.get(f"L{number}", line) for number, line in enumerate(GOOD, 1)]
    return "\n".join(row for row in rows if row is not None) + "\n"


CASES = [
    (changed(L1="BEGIN"), "regel 1: Het bestand begint niet met META"),
    ("", "regel 1: Het bestand begint niet met META"),
    ("\n".join(GOOD[:6]), "Het deel PROJECTS ontbreekt."),
    ("\n".join(GOOD[:10]), "Het deel VOTES ontbreekt."),
    ("\n".join(GOOD[6:]), "Het deel META ontbreekt."),
    ("\n".join([*GOOD, "META"]), "regel 15: Het deel META staat er twee keer in."),
    (changed(L3="num_projects"), "regel 3: Bij 'num_projects' staat geen waarde."),
    (changed(L3="budget;3"), "regel 5: 'budget' staat twee keer in META."),
    (changed(L3=None), "In META ontbreekt 'num_projects'."),
    (changed(L3="num_projects;3"), "regel 3: META noemt 3 plannen, maar er staan er 2 in het bestand."),
    (changed(L4="num_votes;9"), "regel 4: META noemt 9 stemmen, maar er staan er 2 in het bestand."),
    (changed(L5="budget;0"), "regel 5: Het budget is nul of minder"),
    (changed(L5="budget;veel"), "regel 5: Het budget 'veel' is geen bedrag"),
    (changed(L5="budget;NaN"), "regel 5: Het budget 'NaN' is geen bedrag"),
    (changed(L5="budget;inf"), "regel 5: Het budget 'inf' is geen bedrag"),
    (changed(L5="budget;1.001"), "regel 5: Het budget '1.001' is niet duidelijk; schrijf 1001 of 1,00."),
    (changed(L5="budget;1e999999999"), "regel 5: Het budget '1e999999999' is geen bedrag"),
    (changed(L6="vote_type;loting"), "regel 6: Stemwijze 'loting' is onbekend. Kies uit: approval, choose-1"),
    ("\n".join([*GOOD[:7], *GOOD[10:]]), "Het deel PROJECTS heeft geen kolomnamen."),
    (changed(L8="project_id;price;name"), "regel 8: In PROJECTS ontbreekt de kolom cost."),
    (changed(L9=";60;Bank"), "regel 9: Een plan heeft geen nummer."),
    (changed(L9="a;-60;Bank"), "regel 9: Plan a kost minder dan nul euro."),
    (changed(L9="a;duur;Bank"), "regel 9: De prijs 'duur' van plan a is geen bedrag"),
    (changed(L10="b"), "regel 10: De prijs '' van plan b is geen bedrag"),
    (changed(L10="a;50;Boom"), "regel 10: Plan a staat ook al op regel 9."),
    (changed(L4="num_votes;0", L12=None, L13=None, L14=None), "Er zijn geen stemmen"),
    (changed(L12="voter_id;choice"), "regel 12: In VOTES ontbreekt de kolom vote."),
    (changed(L6="vote_type;scoring"), "regel 12: In VOTES ontbreekt de kolom points."),
    (changed(L13="1;a,z"), "regel 13: Er is gestemd op plan z, maar dat plan bestaat niet."),
    (changed(L14="1;b"), "regel 14: Stemmer 1 staat ook al op regel 13."),
    (
        changed(L6="vote_type;cumulative", L12="voter_id;vote;points", L13="1;a,b;1,2", L14="2;b;veel"),
        "regel 14: De punten 'veel' zijn geen getallen.",
    ),
    (
        changed(L6="vote_type;scoring", L12="voter_id;vote;points", L13="1;a,b;1,2", L14="2;b;1e999999999"),
        "regel 14: De punten '1e999999999' zijn geen getallen.",
    ),
    (
        changed(L6="vote_type;scoring", L12="voter_id;vote;points", L13="1;a,b;1,2", L14="2;b;" + "9" * 15),
        "De punten zijn te groot of te fijn om samen te tellen.",
    ),
    (
        changed(L6="vote_type;cumulative", L12="voter_id;vote;points", L13="1;a,b;1", L14="2;b;1"),
        "regel 13: Een stem noemt 2 plannen, maar geeft 1 keer punten.",
    ),
    (
        changed(L14='2;"b' + "x" * 200_000),
        "regel 14: Deze regel is niet te lezen: een aanhalingsteken sluit nergens.",
    ),
    (changed(L9='a;60;"Bank'), "regel 9: Deze regel is niet te lezen: een aanhalingsteken sluit nergens."),
    (changed(L5="budget;60,0001"), "regel 5: Het budget '60,0001' is geen bedrag in euro's en hele centen."),
    (changed(L5="budget;1000000000000000"), "regel 5: Het budget '1000000000000000' is geen bedrag"),
    (changed(L5="budget;60.000"), "regel 5: Het budget '60.000' is niet duidelijk; schrijf 60000 of 60,00."),
    (
        changed(L9="a;60.000;Bank"),
        "regel 9: De prijs '60.000' van plan a is niet duidelijk; schrijf 60000 of",
    ),
    (
        changed(L9="a;€ 12.500;Bank"),
        "regel 9: De prijs '€ 12.500' van plan a is niet duidelijk; schrijf 12500",
    ),
    (
        changed(L9="a;60,000;Bank"),
        "regel 9: De prijs '60,000' van plan a is niet duidelijk; schrijf 60000 of",
    ),
    (changed(L10="\u200b;50;Boom"), "regel 10: Een plan heeft geen nummer."),
    (changed(L10="a\u200b;50;Boom"), "regel 10: Plan a\u200b staat ook al op regel 9."),
    (changed(L13="Zo\u00eb;a", L14="Zoe\u0308;b"), "regel 14: Stemmer Zoe\u0308 staat ook al op regel 13."),
    (
        changed(L6="vote_type;scoring", L12="voter_id;vote;points", L13="1;a;-5", L14="2;b;-1"),
        "regel 13: Een plan kreeg -5 punten. Geef 0 of meer, of laat het plan weg.",
    ),
    (
        changed(L6="vote_type;cumulative", L12="voter_id;vote;points", L13="1;a,b;2,1", L14="2;a,b;1,-0.5"),
        "regel 14: Een plan kreeg -1/2 punten.",
    ),
]


@pytest.mark.parametrize(("text", "sentence"), CASES, ids=[sentence[:50] for _, sentence in CASES])
def test_a_mistake_is_told_with_its_line(
    text: str, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "stemmen.pb"
    file.write_text(text, encoding="utf-8")
    assert main(["count", str(file), "--json"]) == 2
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.startswith(f"{file}, {sentence}")


def test_the_good_file_is_good(tmp_path: Path) -> None:
    file = tmp_path / "stemmen.pb"
    file.write_text("\n".join(GOOD), encoding="utf-8")
    assert main(["count", str(file)]) == 0


def test_a_file_that_is_not_text_or_not_there_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "stemmen.pb"
    assert main(["count", str(file)]) == 2
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["count", str(file)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        f"{file}, Dit bestand is niet te openen.",
        f"{file}, Dit bestand is geen leesbare tekst: bewaar het als UTF-8.",
    ]
