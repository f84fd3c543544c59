"""`python -m tools.changelog` joins `changelog/<version>/<subject>.md` into CHANGELOG.md.

A subject is a room, or one of `BESIDE`; its file has a heading and a line for each change a user notices.
So a room adds its own file and never edits that of another. `intro.md` says when the version was released.
"""

from __future__ import annotations

from pathlib import Path

from middenstip.domain.rooms import STAIRS

ROOT = Path(__file__).parents[1]
PAGE, FOLDER = ROOT / "CHANGELOG.md", ROOT / "changelog"
BESIDE = ("frame", "notices", "api", "methods", "running")
SUBJECTS = ("intro", *STAIRS, *BESIDE)


def versions() -> list[str]:
    """Every version, the newest first."""
    names = [path.name for path in FOLDER.iterdir() if path.is_dir()]
    return sorted(names, key=lambda name: [int(part) for part in name.split(".")], reverse=True)


def joined() -> str:
    """The complete changelog. ValueError for a file with an unknown subject."""
    parts = ["# Changelog"]
    for version in versions():
        files = {path.stem: path for path in (FOLDER / version).iterdir()}
        if unknown := set(files) - set(SUBJECTS):
            raise ValueError(f"changelog/{version}: no such subject: {', '.join(sorted(unknown))}")
        parts.append(f"## {version}")
        parts += [files[subject].read_text().strip() for subject in SUBJECTS if subject in files]
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(joined())
