"""The npm packages: fetched once per lock, by the Node of this machine or the one in the environment."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "node_modules"
LOCK = ROOT / "package-lock.json"
STAMP = MODULES / ".lock-digest"
LEAST_NODE = 20


def _version(node: str) -> int:
    found = subprocess.run([node, "--version"], capture_output=True, text=True, check=False)  # noqa: S603
    return int(found.stdout.strip().lstrip("v").partition(".")[0] or 0) if found.returncode == 0 else 0


def find_node() -> Path:
    """The folder that holds a usable node and npm; raises SystemExit with advice when there is none."""
    own = Path(sys.executable).parent
    for node in (shutil.which("node"), shutil.which("node", path=str(own)), str(ROOT / ".venv/bin/node")):
        if node and Path(node).exists() and _version(node) >= LEAST_NODE:
            return Path(node).parent
    raise SystemExit(
        f"No Node {LEAST_NODE} or newer found. Install it, or: pip install -r requirements-node.txt"
    )


def install() -> None:
    """Fetch the packages when the lock changed since the last time."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == digest:
        return
    folder = find_node()
    path = f"{folder}{os.pathsep}{os.environ.get('PATH', '')}"
    npm = shutil.which("npm", path=path) or "npm"
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--silent"]
    subprocess.run(command, cwd=ROOT, env=os.environ | {"PATH": path}, check=True)  # noqa: S603
    STAMP.write_text(digest)


def esbuild() -> Path:
    """The minifier for this machine; it runs without Node."""
    return _binary("@esbuild", "bin/esbuild", "esbuild.exe")


def biome() -> Path:
    """The formatter and linter of CSS and JavaScript for this machine; it runs without Node."""
    return _binary("@biomejs", "biome", "biome.exe")


def _binary(scope: str, *names: str) -> Path:
    for name in names:
        for binary in sorted((MODULES / scope).glob(f"*/{name}")):
            return binary
    raise SystemExit(f"{scope} has no binary for this machine; remove node_modules and build again")


def licences(used: list[str]) -> str:
    """One line per package that is in the result: name, version, licence, home."""
    lines = ["Middenstip's style sheets, scripts and font contain work of others, under these licences.", ""]
    for name in sorted(used):
        meta = json.loads((MODULES / name / "package.json").read_text())
        home = meta.get("homepage") or (meta.get("repository") or {}).get("url", "")
        lines.append(f"{name} {meta['version']} · {meta.get('license', '?')} · {home}")
    return "\n".join(lines) + "\n"


def licence_text(name: str) -> str:
    """The licence of a package whose code we send, in full: who made it asks for that."""
    return f"\n{name}\n\n{(MODULES / name / 'LICENSE').read_text()}"
