"""The environment, read only here. docs/instellingen.md lists every variable."""

import os
from pathlib import Path

from middenstip.config.environment import ROOT, read_env_file, refuse, text

SOURCE = ROOT / "src" / "middenstip"

read_env_file(ROOT / ".env")
MODE = text("MIDDENSTIP_MODE", "production")
MODES = ("production", "demo", "test")
if MODE not in MODES:
    refuse("MIDDENSTIP_MODE", "kies production, demo of test.")
if MODE != "test":
    os.umask(0o077)  # database, copies, mail and cache hold people: no other account reads them
IS_TEST = MODE == "test"
IS_DEMO = MODE == "demo"
_HOME = ROOT / "var" / "demo" if IS_DEMO else ROOT / "var"  # what the demo makes never becomes real
VAR = Path(text("MIDDENSTIP_VAR", str(_HOME)))
