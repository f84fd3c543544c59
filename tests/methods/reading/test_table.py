"""A table from any spreadsheet."""

from pathlib import Path

import pytest

from middenstip.methods.reading import InputError, blocks


def read(tmp_path: Path, text: str | bytes) -> list[tuple[int, list[str]]]:
    path = tmp_path / "lijst.csv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return [
        line for block in blocks(path, ("name", "half"), optional=["why"]) for line in block.filled().lines()
    ]


PLAIN = 'name,half,why\nann,bewoners,\nbo,overheid,"a, b"\n'
ROWS = [["ann", "bewoners", ""], ["bo", "overheid", "a, b"]]


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        "\ufeff" + PLAIN,
        PLAIN.replace("\n", "\r\n"),
        PLAIN.replace("\n", "\r"),
        "Name;HALF;Why\nann;bewoners;\nbo;overheid;a, b\n",
        "sep=;\r\nname;half;why\r\nann;bewoners;\r\nbo;overheid;a, b\r\n",
        "sep=|\nname|half|why\nann|bewoners|\nbo|overheid|a, b\n",
        "name\thalf\twhy\nann\tbewoners\t\nbo\toverheid\ta, b\n",
        ";;;\n\n Name ;Half\u200b;Why;\nann;bewoners;;\n;;;\n \n\u200b;;;\nbo;overheid;a, b;\n;;;\n",
        "why;half;name\n;bewoners;ann\na, b;overheid;bo\n",
        "name;half;why\nann;bewoners\nbo;overheid;a, b;;;\n",
    ],
)
def test_every_spreadsheet_tells_the_same(tmp_path: Path, text: str) -> None:
    assert [fields for _, fields in read(tmp_path, text)] == ROWS


def test_a_column_that_may_be_left_out_is_empty(tmp_path: Path) -> None:
    assert read(tmp_path, "half;name\noverheid;bo\n") == [(2, ["bo", "overheid", ""])]


def test_the_line_is_the_line_of_the_file(tmp_path: Path) -> None:
    text = 'sep=;\n;;\nname;half;why\n;;\nann;bewoners;"een\ntwee"\n\nbo;overheid;\n'
    assert [line for line, _ in read(tmp_path, text)] == [6, 8]


def test_a_comma_in_a_column_name_does_not_choose_the_mark(tmp_path: Path) -> None:
    assert read(tmp_path, 'name;half;"a,b,c,d"\nbo;overheid;\n') == [(2, ["bo", "overheid", ""])]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("", "regel 1: de kolom name ontbreekt."),
        (";;\n", "regel 1: de kolom name ontbreekt."),
        ("\nname;helft\n", "regel 2: de kolom half ontbreekt."),
        ("sep=;\nname;half\nann;overheid\nann\n", "regel 4: 1 velden in plaats van 2."),
        ("name,half\nann,overheid,x\n", "regel 2: 3 velden in plaats van 2."),
        ('name,half\n"ann"x,overheid\n', "regel 2: geen leesbare CSV (',' expected after '\"')."),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, wrong: str) -> None:
    with pytest.raises(InputError) as refused:
        read(tmp_path, text)
    assert str(refused.value) == f"{tmp_path / 'lijst.csv'}, {wrong}"


def test_a_file_that_is_not_there_or_no_utf_8_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="is niet te openen"):
        list(blocks(tmp_path / "nergens.csv", ["name"]))
    with pytest.raises(InputError, match="bewaar het bestand als CSV UTF-8"):
        read(tmp_path, "name;half\ncafé;overheid\n".encode("cp1252"))
