"""Files for a spreadsheet: read back with another program than the one that wrote them."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import unquote

import openpyxl
import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from middenstip.domain.areas.services.provinces import place_in_provinces
from middenstip.domain.projects.models import Project
from middenstip.domain.projects.selectors import Asked, portfolio, portfolio_over
from middenstip.domain.projects.selectors.lists import LARGEST, MONEY_ENDS
from middenstip.kernel.half import Half
from middenstip.web.pages.projects import rollup
from middenstip.web.shared import sheet
from middenstip.web.shared.sheet import DAY, EUROS, NUMBER, Column, Sheet
from tests.cast import Cast, submitted
from tests.journeys.test_cliff import house
from tests.web.at_the_door import page, sent, walk_in

COLUMNS = (
    Column("wat"),
    Column("hoeveel", NUMBER),
    Column("bedrag", EUROS),
    Column("dag", DAY),
    Column("ja", NUMBER),
)
DANGER = '=HYPERLINK("http://boos.example")'
ROWS: tuple[tuple[Any, ...], ...] = (
    (DANGER, 1234567, Decimal("1250.50"), date(2027, 3, 1), True),
    ("@som", Decimal("0.875"), Decimal(-3), date(1850, 1, 1), False),
    ("", None, None, None, None),
)


def another(cast: Cast, title: str, **more: object) -> Project:
    idea = submitted(cast, "Nog een idee")
    where = {"area": idea.area, "district": idea.district, "municipality": idea.municipality}
    return Project.objects.create(initiative=idea, title=title, started_at=cast.tick(), **where, **more)


def book(raw: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(raw))


def test_a_spreadsheet_has_a_table_and_each_cell_is_what_it_is() -> None:
    made = book(sheet.workbook(Sheet("proef", "Proef: [1]", COLUMNS, ROWS, ["Gemaakt voor de proef."])))
    first = made["Proef   1"]
    assert [cell.value for cell in first[1]] == ["wat", "hoeveel", "bedrag", "dag", "ja"]
    assert first.freeze_panes == "A2"
    (table,) = first.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A1:E4", "A1:E4")
    assert [cell.value for cell in first[2]] == [DANGER, 1234567, 1250.5, datetime(2027, 3, 1), "ja"]  # noqa: DTZ001 - a sheet has no zones
    assert [cell.data_type for cell in first[2]] == ["s", "n", "n", "d", "s"]
    assert [cell.value for cell in first[3]] == ["@som", 0.875, -3, "1850-01-01", "nee"]
    assert first["C2"].number_format == "€ #,##0.00"
    assert first["D2"].number_format == "dd-mm-yyyy"
    assert made["Over dit bestand"]["A1"].value == "Gemaakt voor de proef."


def test_an_empty_table_opens_too() -> None:
    made = book(sheet.workbook(Sheet("leeg", "Leeg", COLUMNS, ())))
    assert next(iter(made["Leeg"].tables.values())).ref == "A1:E2"


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_no_text_is_ever_a_formula(text: str) -> None:
    for start in ("=", "+", "-", "@", ""):
        typed = start + text
        cell = book(sheet.workbook(Sheet("a", "A", [Column("wat")], [(typed,)])))["A"]["A2"]
        assert cell.data_type in ("s", "n")
        assert (cell.value or "") == typed or cell.data_type == "s"
        line = sheet.line_of([typed])
        assert not line.startswith(sheet.FORMULA)
        assert not line.removeprefix('"').startswith(sheet.FORMULA)


def test_the_same_rows_as_csv(client: Client) -> None:
    answer = sheet.as_csv(Sheet("proef", "Proef", COLUMNS, ROWS))
    assert answer["Content-Disposition"] == 'attachment; filename="proef.csv"'
    assert sent(answer).decode() == (
        "\ufeffwat;hoeveel;bedrag;dag;ja\r\n"
        '"\'=HYPERLINK(""http://boos.example"")";1234567;1250,50;2027-03-01;ja\r\n'
        "'@som;0,875;-3,00;1850-01-01;nee\r\n"
        ";;;;\r\n"
    )


def test_what_does_not_fit_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet, "MOST_ROWS", 2)
    made = book(sheet.workbook(Sheet("lang", "Lang", COLUMNS, iter(ROWS))))
    assert made["Lang"].max_row == 3
    told = made["Over dit bestand"]["A1"].value
    assert told == "Hier staan de eerste 2 rijen. In de CSV staan ze allemaal."


def test_a_portfolio_is_a_spreadsheet_with_the_filter_of_the_page(cast: Cast, client: Client) -> None:
    house(cast)
    place_in_provinces()
    another(cast, DANGER)
    everything = page(client, "/gebied/PV23/portefeuille/")
    assert "Voedselbos Lettele" in everything
    asked = "?stap=plan&helft=ondernemers&op=begroot"
    told = page(client, f"/gebied/GM0150/portefeuille/{asked}")
    link = "/portefeuille/projecten.xlsx?gebied=GM0150&stap=plan&helft=ondernemers&op=begroot"
    assert link in unquote(told).replace("&amp;", "&")
    answer = client.get(link)
    assert answer["Content-Disposition"] == 'attachment; filename="projecten.xlsx"'
    made = book(sent(answer))
    rows = list(made["Projecten"].iter_rows(min_row=2, values_only=True))
    assert [(row[1], row[6]) for row in rows] == [("Voedselbos Lettele", 72000)]
    whole = book(sent(client.get("/portefeuille/projecten.xlsx?gebied=PV23")))["Projecten"]
    assert [cell.value for cell in whole["B"]] == ["project", DANGER, "Voedselbos Lettele"]
    assert whole["B2"].data_type == "s"
    assert [row[0].value for row in made["Over dit bestand"].rows][:3] == [
        "Gebieden: Deventer.",
        "Alleen projecten in de stap: plan.",
        "Alleen projecten waarin deze helft meedoet: Ondernemers.",
    ]
    nothing = page(client, "/gebied/GM0150/portefeuille/?stap=geleerd")
    assert "Geen project past bij je keuze" in nothing
    assert "projecten.csv?gebied=GM0150&amp;stap=geleerd" in nothing
    assert "Voedselbos Lettele" in page(client, "/gebied/GM0150/portefeuille/?stap=dansen&op=x&helft=y&na=z")


def test_each_order_goes_on_where_the_page_before_stopped(cast: Cast) -> None:
    house(cast)
    first = Project.objects.get()
    for number in range(5):
        ends = [None, date(2027, 1, 1), date(2028, 1, 1), None, date(2027, 1, 1)][number]
        another(cast, f"Idee {number}", planned=number % 2 * 100, ends_on=ends)
    for order in ("nieuw", LARGEST, MONEY_ENDS):
        whole = [row["pk"] for row in portfolio_over([first.municipality], Asked(order=order))]
        assert len(whole) == 6
        walked: list[int] = []
        while more := portfolio(first.municipality, walked[-1] if walked else None, 2, Asked(order=order)):
            walked += [row["pk"] for row in more]
        assert walked == whole
    assert portfolio(first.municipality, 10**9, 2, Asked(order=LARGEST))
    for half in Half:
        assert {row["halves"] & half.bit for row in portfolio(None, None, 9, Asked(half=half))} <= {half.bit}


def test_a_page_with_many_areas_says_that_the_files_have_them_all(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = house(cast)
    monkeypatch.setattr(rollup, "MOST_AREAS", 1)
    asked = f"?gebied=GM0957&gebied={project.area.code}"
    told = page(client, f"/portefeuille/{asked}")
    assert "Je koos 2 gebieden. Hier staan de eerste 1; in de bestanden staan ze allemaal." in told
    found = json.loads(sent(client.get(f"/portefeuille/projecten.json{asked}")))["projecten"]
    assert [one["id"] for one in found] == [project.public_id]
    made = book(sent(client.get(f"/portefeuille/projecten.xlsx{asked}")))
    assert made["Over dit bestand"]["A1"].value.endswith("en nog 1.")


def test_every_other_file_is_a_spreadsheet_too(cast: Cast, client: Client) -> None:
    project = house(cast)
    for url, file in (
        (f"/project/{project.public_id}/boeken.xlsx", "Boeken"),
        ("/fondsen/fondsen.xlsx", "Fondsen en regelingen"),
    ):
        assert book(sent(client.get(url))).sheetnames == [file]
    noor = walk_in(cast.noor)
    assert book(sent(noor.get("/balie/overzicht/xlsx/")))["De balie"]["A1"].value == "zetel"
    assert sent(noor.get("/balie/overzicht/csv/")).decode().startswith("\ufeffzetel;nieuw;loopt;te laat;")
