"""What `make audit` and `make image` say where the network or the containers are not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tools import audit, image

ROOT = Path(__file__).resolve().parents[2]


def program(folder: Path, name: str, script: str) -> Path:
    file = folder / name
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return file


@pytest.mark.parametrize(
    ("said", "code", "told", "result"),
    [
        ("ConnectionError: no route", 1, "niet nagekeken", 0),
        ("Found 1 known vulnerability; x could not be audited", 1, "Found 1 known vulnerability", 1),
        ("No known vulnerabilities found", 0, "No known vulnerabilities", 0),
    ],
)
def test_a_leak_is_never_hidden_by_a_network_that_is_away(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
    code: int,
    told: str,
    result: int,
) -> None:
    monkeypatch.setattr(audit, "AUDIT", program(tmp_path, "pip-audit", f"echo '{said}'; exit {code}"))
    assert audit.main() == result
    assert told in capsys.readouterr().out


def test_without_a_container_engine_the_image_is_not_measured_and_that_is_said(tmp_path: Path) -> None:
    program(tmp_path, "docker", "exit 1")  # it is there, and its server is not
    env = {"PATH": f"{tmp_path}:/bin" if not os.path.exists("/bin/podman") else str(tmp_path)}
    ran = subprocess.run(
        [sys.executable, "-m", "tools.image"], env=env, cwd=ROOT, capture_output=True, text=True
    )
    assert (ran.returncode, ran.stdout.partition(",")[0]) == (0, "Image: niet gemeten")


def test_size_and_start_are_printed_and_the_container_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "asked"
    script = f'echo "$1 $2" >>{asked}; case $1 in image) echo 250000000;; run) echo abc;; esac'
    program(tmp_path, "podman", script)
    monkeypatch.setenv("PATH", f"{tmp_path}:/bin:/usr/bin")
    monkeypatch.setattr(sys, "argv", ["image"])
    assert image.main() == 0
    assert capsys.readouterr().out.startswith("Image: 250 MB, antwoordt na 0.")
    assert asked.read_text().splitlines()[-1] == "rm -f"
