"""A resident does the draw again at home."""

import runpy
import sys

import pytest

from middenstip.methods.lots import Ticket, draw, seal
from middenstip.methods.lots.__main__ import main

LIST = "nummer;helft\nk7;bewoners\nm2;bewoners\n\np9;overheid\n"


def test_the_list_is_drawn_again(tmp_path, capsys) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(LIST)
    assert main(["draw", f"{path}", "--secret", "geheim", "--word", "zeven", "--places", "bewoners=1"]) == 0
    told = capsys.readouterr().out.splitlines()
    tickets = [Ticket("k7", "bewoners"), Ticket("m2", "bewoners"), Ticket("p9", "overheid")]
    first, second = draw("geheim", "zeven", tickets)["bewoners"]
    assert told[0] == f"zegel {seal('geheim')}"
    assert told[2:] == [f"bewoners 1 {first} gevraagd", f"bewoners 2 {second}", "overheid 1 p9"]


@pytest.mark.parametrize(
    ("text", "places"),
    [("k7,bewoners", "bewoners=1"), ("k7;bewoners", "bewoners=veel"), ("k7;bewoners", "derden=1")],
)
def test_bad_input_is_said_in_one_sentence(tmp_path, capsys, text, places) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(text)
    assert main(["draw", f"{path}", "--secret", "g", "--word", "w", "--places", places]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_missing_file_is_said_too(tmp_path, capsys) -> None:
    assert main(["draw", f"{tmp_path / 'weg.csv'}", "--secret", "g", "--word", "w"]) == 2
    assert "weg.csv" in capsys.readouterr().err


def test_it_runs_as_a_module(tmp_path, monkeypatch) -> None:
    path = tmp_path / "lijst.csv"
    path.write_text(LIST)
    monkeypatch.setattr(sys, "argv", ["lots", "draw", f"{path}", "--secret", "g", "--word", "w"])
    sys.modules.pop("middenstip.methods.lots.__main__", None)
    with pytest.raises(SystemExit) as done:
        runpy.run_module("middenstip.methods.lots", run_name="__main__")
    assert done.value.code == 0
