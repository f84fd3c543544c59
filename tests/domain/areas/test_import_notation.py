"""A table as Dutch Excel saves it: semicolons, capitals, rows of separators, numbers with a point."""

from __future__ import annotations

import pytest

from middenstip.domain.areas.management.sources.columns import Ambiguous, number
from middenstip.domain.areas.management.sources.kwb import read_kwb
from middenstip.domain.areas.models import Area
from tests.domain.areas.conftest import Run
from tests.domain.areas.small import HEADERS, ROWS, kwb

PLAIN = read_kwb(kwb().lstrip("\ufeff"), "kwb", 2024)


@pytest.mark.parametrize(
    "text",
    [
        "\n".join([HEADERS.upper(), *ROWS]),
        "\n".join([";;;;;;", HEADERS, *ROWS, ";;;;;;", " ; ; ; ; ; ; "]),
        "\n".join(["sep=;", HEADERS, ROWS[0], "", *ROWS[1:]]),
        "\r\n".join([HEADERS, *ROWS, ""]),
        "\n".join([HEADERS, *ROWS]).replace(";", ","),
        "\n".join([HEADERS, *ROWS]).replace("Zonnedal", "Zonne\u00addal\u200b"),
    ],
    ids=["capitals", "rows of separators", "sep", "CRLF", "commas", "invisible"],
)
def test_a_table_in_excel_notation_gives_the_same_rows(text: str) -> None:
    assert read_kwb(text, "kwb", 2024) == PLAIN


@pytest.mark.parametrize("typed", ["45.000", "1.250", "-3.141", "999.999"])
def test_an_ambiguous_thousands_point_is_refused_with_the_right_notation(typed: str) -> None:
    whole, start = typed.replace(".", ""), typed.partition(".")[0]
    with pytest.raises(Ambiguous) as refused:
        number(typed)
    assert str(refused.value) == f'"{typed}" kan {start} zijn of {whole}. Schrijf {whole}, of {start},0.'


@pytest.mark.parametrize(
    ("typed", "value"), [("45000", 45000), ("45,0", 45), ("0.125", 0.125), ("12.5", 12.5)]
)
def test_an_unambiguous_number_is_read(typed: str, value: float) -> None:
    assert float(number(typed) or 0) == value


def test_a_value_that_is_already_a_number_is_kept() -> None:
    assert float(number(4.125) or 0) == 4.125


def test_nothing_is_imported_when_one_number_is_ambiguous(db: None, run: Run) -> None:
    with pytest.raises(Exception, match=r'regel 4, kolom .*: "1.200" kan 1 zijn of 1200'):
        run({"kwb_2024.csv": kwb().replace('"WK099901  ";1200', '"WK099901  ";1.200')})
    assert not Area.objects.exists()
