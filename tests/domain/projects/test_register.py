"""The funding register goes out as a file, and a beheerder reads one in: everything, or nothing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from middenstip.domain.projects import services
from middenstip.domain.projects.models import FundingScheme
from middenstip.domain.projects.services.register import Fault, SchemeRow, WrongRows
from middenstip.kernel import clock
from middenstip.kernel.verdict import Forbidden, Invalid
from middenstip.web.pages.projects.register import UNCLEAR, rows_of
from tests.cast import Cast
from tests.queries import at_most
from tests.web.at_the_door import page, sent, walk_in
from tests.web.read import as_read

URL = "/fondsen/inlezen/"
HEAD = "naam;van wie;voorwaarden;uiterste dag;hoogste bedrag;eigen deel;mag geld verdienen;adres\n"
GREEN = "Groenfonds;fonds;Voor bomen;1-3-2034;1.250,50;25%;ja;https://voorbeeld.nl/groen\n"


def given(client: Client, text: str | bytes) -> Any:
    body = text if isinstance(text, bytes) else text.encode("utf-8-sig")
    return client.post(URL, {"file": SimpleUploadedFile("fondsen.csv", body)})


def faults(text: str) -> list[Fault]:
    with pytest.raises(WrongRows) as wrong:
        rows_of(text)
    return list(wrong.value.faults)


def test_a_list_is_read_in_once_and_again_without_doubles(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    assert "Lees een lijst met fondsen in" in page(noor, "/fondsen/")
    assert "Alleen naam en van wie zijn nodig." in page(noor, URL)
    text = f'{HEAD}\n{GREEN}\'s-Heerenfonds;Europa;"Eén zin.\nNog een.";;;;nee;;;\n'
    for told in ("Nieuw: 2. Bijgewerkt: 0. Al goed: 0.", "Nieuw: 0. Bijgewerkt: 0. Al goed: 2."):
        answer = given(noor, text)
        assert (answer.status_code, answer["Location"]) == (302, "/fondsen/")
        assert told in page(noor, "/fondsen/")
    green = FundingScheme.objects.get(name="Groenfonds")
    assert (green.deadline, green.most, green.own_share) == (date(2034, 3, 1), 125050, 25)
    assert (green.allows_commercial, green.for_residents, green.checked_on) == (True, True, clock.today())
    assert FundingScheme.objects.get(name="'s-Heerenfonds").conditions == "Eén zin.\nNog een."
    given(noor, "Van Wie;NAAM;voor de overheid\nprovincie;groenfonds;ja\n")
    green.refresh_from_db()
    assert (green.level, green.for_government, green.most) == ("provincie", True, 125050)
    assert (green.name, FundingScheme.objects.count()) == ("Groenfonds", 2)


def test_what_goes_out_comes_back_the_same(cast: Cast, client: Client) -> None:
    about: dict[str, Any] = {"name": "=SOM(1)", "level": "EU", "conditions": 'Twee\nregels; en een "punt"'}
    services.keep_scheme(by=cast.ilse, **about, own_share=10, at=cast.tick())
    old = {"name": "Oud", "level": "Rijk", "deadline": date(2020, 1, 1), "most": 5}
    FundingScheme.objects.create(**old, checked_on=cast.today)
    with at_most(4):
        answer = client.get("/fondsen/fondsen.csv")
    assert answer["Content-Disposition"] == 'attachment; filename="fondsen.csv"'
    text = sent(answer).decode()
    assert text.startswith("\ufeffnaam;van wie;voorwaarden;")
    assert "'=SOM(1);Europa;" in text
    assert f"Oud;Rijk;;ja;nee;nee;nee;2020-01-01;0,05;0;{cast.today};" in text
    before = list(FundingScheme.objects.order_by("pk").values())
    rows = rows_of(text.removeprefix("\ufeff"))
    assert services.keep_register(by=cast.noor, rows=rows, at=cast.tick()) == (0, 0, 2)
    assert list(FundingScheme.objects.order_by("pk").values()) == before
    assert sent(client.get("/fondsen/fondsen.csv")).decode() == text


def test_each_wrong_place_is_named_and_nothing_is_kept(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    bad = f"{HEAD}{GREEN};Mars;;31-2-2034;12,50 euro;101;misschien;\nA;fonds\n"
    answer = given(noor, bad)
    told = as_read(answer.content.decode())
    assert answer.status_code == 422
    assert "Er is niets bewaard. Plekken die niet kloppen: 7." in told
    assert "Regel 3, uiterste dag" in told
    assert "Schrijf de dag als 2027-03-01 of 1-3-2027." in told
    assert FundingScheme.objects.count() == 0
    assert [(one.line, one.field) for one in faults(bad)] == [
        (3, "name"),
        (3, "level"),
        (3, "deadline"),
        (3, "most"),
        (3, "own_share"),
        (3, "allows_commercial"),
        (4, ""),
    ]
    assert faults(bad)[-1].reason == "Deze regel heeft 2 vakken, en de kop heeft er 8."
    model = given(noor, f"{HEAD}{GREEN}{GREEN}Ander;fonds;;;;;;geen adres\n")
    told = as_read(model.content.decode())
    assert "Dit fonds staat ook op regel 2." in told
    assert "Regel 4, adres" in told
    assert FundingScheme.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("naam,van wie\nA,fonds\n", "De kolom ‘naam’ ontbreekt. Zet ; tussen de kolommen."),
        ("naam;van wie;kleur\n", "De kolom ‘kleur’ kennen we niet."),
        ("naam;van wie;naam\n", "De kolom ‘naam’ staat er twee keer."),
        ('naam;van wie\n"A;fonds\n', UNCLEAR),
        ("naam;van wie;nagekeken op\nA;fonds;2099-01-01\n", "Deze dag moet nog komen."),
        ("naam;van wie;nagekeken op\nA;fonds;\n", "Schrijf op welke dag dit is nagekeken."),
    ],
)
def test_a_file_that_is_no_list_says_why(cast: Cast, text: str, reason: str) -> None:
    assert faults(text)[0].reason == reason


def test_what_is_no_text_or_no_list_is_refused(cast: Cast) -> None:
    noor = walk_in(cast.noor)
    assert "Bewaar het als CSV UTF-8." in as_read(given(noor, b"\xff\xfe").content.decode())
    assert "Dit bestand is te groot." in as_read(given(noor, b"x" * 500_001).content.decode())
    for text in ("", HEAD):
        assert "Zet 1 tot 1000 fondsen in het bestand." in as_read(given(noor, text).content.decode())
    row = SchemeRow(2, "A", {"level": "fonds"})
    with pytest.raises(Forbidden, match="leest een beheerder in"):
        services.keep_register(by=cast.ilse, rows=[row], at=cast.tick())
    with pytest.raises(Invalid, match="1 tot 1000"):
        services.keep_register(by=cast.noor, rows=[row] * 1001, at=cast.tick())
    assert FundingScheme.objects.count() == 0
