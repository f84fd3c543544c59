"""The image: build it when asked (`--build`), and print how big it is and how soon it answers.

Where no container engine works, that is said, and nothing fails: the image is then measured elsewhere.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
NAME = "middenstip:local"
PATIENCE = 60.0  # seconds
# Without a database or a mail server: `/gezond` asks for neither.
TRIAL = {"MIDDENSTIP_MODE": "demo", "ALLOWED_HOSTS": "127.0.0.1"}
ASK = "import urllib.request as r; r.urlopen('http://127.0.0.1:8000/gezond', timeout=1)"


def engine() -> str:
    """The program that runs containers here, or ""."""
    for name in ("podman", "docker"):
        if shutil.which(name) and _works(name, "info"):
            return name
    return ""


def main() -> int:
    program = engine()
    if not program:
        print("Image: niet gemeten, want docker of podman draait hier niet (docs/beheer/container.md).")
        return 0
    if "--build" in sys.argv:
        asked = ["build", "-f", "Containerfile", "-t", NAME, "."]
        subprocess.run([program, *asked], cwd=ROOT, check=True)  # noqa: S603
    size = _said(program, "image", "inspect", "--format", "{{.Size}}", NAME)
    if not size:
        print("Image: niet gemeten, want het is nog niet gebouwd (make image).")
        return 0
    seconds = _start(program)
    began = "antwoordt niet" if seconds is None else f"antwoordt na {seconds:.1f} s"
    print(f"Image: {int(size) / 1e6:.0f} MB, {began}.")
    return int(seconds is None)


def _start(program: str) -> float | None:
    """Seconds until a new container answers, as locked up as in production; None when it never does."""
    trial = [part for name, value in TRIAL.items() for part in ("-e", f"{name}={value}")]
    closed = ["--read-only", "--cap-drop=ALL", "--tmpfs=/tmp", "--tmpfs=/data:mode=1777"]
    began = time.monotonic()
    container = _said(program, "run", "-d", *closed, *trial, NAME)
    try:
        while time.monotonic() - began < PATIENCE:
            if _works(program, "exec", container, "python", "-c", ASK):
                return time.monotonic() - began
            time.sleep(0.1)
        return None
    finally:
        _works(program, "rm", "-f", container)


def _works(*command: str) -> bool:
    return subprocess.run(command, capture_output=True).returncode == 0  # noqa: S603


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True).stdout.strip()  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
