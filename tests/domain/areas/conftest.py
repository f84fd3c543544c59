"""Fixtures for importing areas."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.domain.areas.small import TWO_BUURTEN, kwb

Run = Callable[..., str]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run `import_areas`; text options named `*.csv` or `*.json` become files. Returns its output."""

    def run(files: dict[str, str | bytes] | None = None, **options: Any) -> str:
        for name, content in (files or {}).items():
            raw = content if isinstance(content, bytes) else content.encode()
            (tmp_path / name).write_bytes(raw)
            key = "kwb" if name.endswith(".csv") else "outlines"
            options.setdefault(key, []).append(tmp_path / name)
        said = StringIO()
        call_command("import_areas", stdout=said, stderr=said, **options)
        return said.getvalue()

    return run


@pytest.fixture
def zonnedal(db: None, run: Run) -> None:
    """The small gemeente with its buurten on the map."""
    run({"kwb_2024.csv": kwb(), "buurten.json": TWO_BUURTEN}, dissolve=True, only="GM0999", active=True)
