"""The environment, read in one place. Every variable is listed in docs/instellingen.md."""

from pathlib import Path

import environ

ROOT = Path(__file__).resolve().parents[4]
SOURCE = ROOT / "src" / "middenstip"

env = environ.Env()
environ.Env.read_env(ROOT / ".env")

MODE = env.str("MIDDENSTIP_MODE", "production")
MODES = ("production", "demo", "test")
if MODE not in MODES:
    raise ValueError(f"MIDDENSTIP_MODE is {MODE!r}; choose one of {', '.join(MODES)}")
IS_TEST = MODE == "test"
IS_DEMO = MODE == "demo"
VAR = Path(env.str("MIDDENSTIP_VAR", str(ROOT / "var")))
