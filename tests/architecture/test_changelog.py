"""The version is the same everywhere, and the changelog is joined from a file per subject."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from tools import changelog

from middenstip.web.shared.dates import long_date

ROOT = Path(__file__).parents[2]


def test_the_changelog_is_joined_from_its_files() -> None:
    assert changelog.PAGE.read_text() == changelog.joined(), "write in changelog/<version>/, run: make fix"


def test_the_release_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    said = dict(re.findall(r'^(\w+): "?([^"\n]+)"?$', (ROOT / "publiccode.yml").read_text(), re.MULTILINE))
    assert (project["version"], said["softwareVersion"]) == (changelog.versions()[0],) * 2
    intro = (changelog.FOLDER / project["version"] / "intro.md").read_text()
    assert long_date(date.fromisoformat(said["releaseDate"])) in intro


def test_every_file_has_a_heading_and_lines() -> None:
    files = [path for path in changelog.FOLDER.glob("*/*.md") if path.stem != "intro"]
    assert [path.name for path in files if not re.match(r"### \S.*\n- ", path.read_text())] == []


def test_a_file_with_an_unknown_subject_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "0.1.0").mkdir()
    (tmp_path / "0.1.0" / "keuken.md").write_text("### Keuken\n- Soep.\n")
    monkeypatch.setattr(changelog, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match="keuken"):
        changelog.joined()


def test_the_newest_version_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for version in ("0.9.0", "0.10.0"):
        (tmp_path / version).mkdir()
    monkeypatch.setattr(changelog, "FOLDER", tmp_path)
    assert changelog.versions() == ["0.10.0", "0.9.0"]
