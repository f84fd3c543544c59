"""Lay out templates, styles and scripts so that a person can read them: `python frontend/tidy.py`.

djangofmt lays out the templates and leaves alone the spaces that a reader would see; Biome lays out and lints
CSS and JavaScript. `--check` changes nothing and fails when something is not laid out. No tool breaks every
line, so that is measured here: no line above 120 characters, and 60 on average, as in good code bases.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import packages

HERE = Path(__file__).resolve().parent
TEMPLATES = packages.ROOT / "src" / "middenstip"
LONGEST, AVERAGE = 120, 60


def sources() -> list[Path]:
    """Every template, style sheet and script of ours."""
    ours = [*HERE.rglob("*.css"), *HERE.rglob("*.js"), *TEMPLATES.rglob("*.html")]
    return sorted(ours)


def unreadable(paths: Iterable[Path]) -> Iterator[str]:
    """What is wrong with the lines of these files, as `path:line: what`."""
    lengths: dict[str, list[int]] = {}
    for path in paths:
        for number, line in enumerate(path.read_text().splitlines(), start=1):
            lengths.setdefault(path.suffix, []).append(len(line))
            if len(line) > LONGEST:
                yield f"{path}:{number}: {len(line)} characters, at most {LONGEST}"
    for suffix, found in lengths.items():
        if sum(found) > AVERAGE * len(found):
            yield f"*{suffix}: {sum(found) / len(found):.0f} characters a line, at most {AVERAGE}"


def lay_out(check: bool) -> bool:
    """Run both tools; whether everything is laid out now."""
    djangofmt = [Path(sys.executable).parent / "djangofmt", "--quiet", *(["--check"] if check else [])]
    # Biome's `ci` is its `check` that changes nothing.
    biome = [packages.biome(), *(["ci"] if check else ["check", "--write"]), f"--config-path={packages.ROOT}"]
    biome += ["--error-on-warnings", "--colors=off", HERE / "css", HERE / "js"]
    return all([_run([*djangofmt, TEMPLATES]), _run(biome)])


def _run(command: list[str | Path]) -> bool:
    """Whether it went well; what it said is printed only when it did not."""
    # Our own tools, our own files.
    done = subprocess.run(command, check=False, capture_output=True, text=True, cwd=packages.ROOT)  # noqa: S603
    if done.returncode:
        sys.stderr.write(done.stdout + done.stderr)
    return not done.returncode


def main() -> int:
    """Lay out, or with `--check` only tell; 1 when something is left to do."""
    packages.install()
    is_right = lay_out("--check" in sys.argv)
    wrong = list(unreadable(sources()))
    sys.stderr.writelines(f"{line}\n" for line in wrong)
    return 0 if is_right and not wrong else 1


if __name__ == "__main__":
    raise SystemExit(main())
