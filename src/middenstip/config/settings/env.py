"""The environment, read in one place. Every variable is listed in docs/instellingen.md."""

from pathlib import Path
from typing import NoReturn

import environ
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parents[4]
SOURCE = ROOT / "src" / "middenstip"

env = environ.Env()
environ.Env.read_env(ROOT / ".env")


def refuse(name: str, why: str) -> NoReturn:
    """Whoever sets a variable reads which one is wrong, and why; never what stands in it."""
    raise ImproperlyConfigured(f"De instelling {name} klopt niet: {why} Zie docs/instellingen.md.")


def truth(name: str, default: bool) -> bool:
    """A variable that is true or false; "ja" would quietly mean no."""
    told: str = env.str(name, str(default)).lower()
    if told not in ("true", "false"):
        refuse(name, "kies true of false.")
    return told == "true"


MODE = env.str("MIDDENSTIP_MODE", "production")
MODES = ("production", "demo", "test")
if MODE not in MODES:
    refuse("MIDDENSTIP_MODE", "kies production, demo of test.")
IS_TEST = MODE == "test"
IS_DEMO = MODE == "demo"
VAR = Path(env.str("MIDDENSTIP_VAR", str(ROOT / "var")))
