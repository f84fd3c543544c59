"""`python -m bench.pages [10000 100000]`: seed, measure, seed more, measure, and check the limits.

SQLite in a scratch folder; with DATABASE_URL a scratch database in that PostgreSQL, dropped afterwards; with
`--postgresql` a PostgreSQL of our own. Afterwards it prints how many bytes each table takes per initiative.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.machine.postgres import cluster, scratch_database

ROOT = Path(__file__).resolve().parents[2]


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that nothing is left behind
    options = asked()
    with (
        tempfile.TemporaryDirectory(prefix="middenstip-bench-") as folder,
        database(options.postgresql) as url,
    ):
        told = {"MIDDENSTIP_MODE": "production", "MIDDENSTIP_VAR": folder, "DATABASE_URL": url}
        told |= {"SECRET_KEY": "maatlat" * 10, "ALLOWED_HOSTS": "testserver", "HOME_AREA": "GM0150"}
        told |= {"SITE_URL": "https://testserver"}
        told |= dict.fromkeys(("POSTS_PER_PERSON", "POSTS_PER_NETWORK", "SEARCHES_PER_NETWORK"), "9" * 9)
        told |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
        told |= {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, "-m", "bench.pages.run", *map(str, options.sizes)]
        return subprocess.run(command, env=os.environ | told, check=False).returncode  # noqa: S603


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[10_000, 100_000], help="hoeveel initiatieven")
    parser.add_argument("--postgresql", action="store_true", help="een eigen PostgreSQL, na afloop weg")
    return parser.parse_args()


@contextmanager
def database(ours: bool) -> Iterator[str]:
    """The URL of the database to fill; "" for SQLite."""
    if ours:
        with cluster() as server:
            yield server.url
    elif "DATABASE_URL" in os.environ:
        with scratch_database("middenstip_bench") as url:
            yield url
    else:
        yield ""


if __name__ == "__main__":
    raise SystemExit(main())
