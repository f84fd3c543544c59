"""`python -m bench.pages [10000 100000]`: seed, measure, seed on, measure, and say what holds.

SQLite in a scratch folder; with DATABASE_URL a scratch database in that PostgreSQL, dropped afterwards.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from contextlib import nullcontext
from pathlib import Path

from bench.crash.postgres import scratch_database

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that nothing is left behind
    on_postgres = "DATABASE_URL" in os.environ
    with (
        tempfile.TemporaryDirectory(prefix="middenstip-bench-") as folder,
        scratch_database("middenstip_bench") if on_postgres else nullcontext("") as url,
    ):
        told = {"MIDDENSTIP_MODE": "production", "MIDDENSTIP_VAR": folder, "DATABASE_URL": url}
        told |= {"SECRET_KEY": "maatlat" * 10, "ALLOWED_HOSTS": "testserver", "HOME_AREA": "GM0150"}
        told |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
        told |= {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, "-m", "bench.pages.run", *(sys.argv[1:] or ["10000", "100000"])]
        return subprocess.run(command, env=os.environ | told, check=False).returncode  # noqa: S603


if __name__ == "__main__":
    raise SystemExit(main())
