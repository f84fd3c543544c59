"""Draw every lifecycle: `python -m tools.levenslopen` writes docs/levenslopen.md."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from middenstip.kernel.lifecycle import Lifecycle

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "levenslopen.md"


def lifecycles() -> dict[str, Lifecycle]:
    """Every lifecycle in the code, by room and name."""
    found = {}
    for path in sorted((ROOT / "src/middenstip/domain").glob("*/lifecycle.py")):
        room = path.parent.name
        module = import_module(f"middenstip.domain.{room}.lifecycle")
        for name, value in vars(module).items():
            if isinstance(value, Lifecycle):
                found[f"{room}.{name}"] = value
    return found


def drawn() -> str:
    """The complete page."""
    parts = ["# Levenslopen\n\nGetekend uit de tabellen in de code (`python -m tools.levenslopen`)."]
    for name, table in lifecycles().items():
        words = "\n".join(f"- `{state}`: {word}" for state, word in table.words.items())
        parts.append(
            f"## De stand van {table.noun}\n`{name}`\n\n```mermaid\n{table.mermaid()}\n```\n\n{words}"
        )
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(drawn())
