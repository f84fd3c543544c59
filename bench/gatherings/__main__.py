"""`python -m bench.gatherings [5000 50000]`: seed, measure, seed more, measure, and check the limits.

SQLite in a scratch folder; with `--postgresql` a PostgreSQL of our own.
"""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
import tempfile

from bench.pages.__main__ import ROOT, database


def main() -> int:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("gestopt"))  # so that nothing is left behind
    options = asked()
    with (
        tempfile.TemporaryDirectory(prefix="middenstip-bench-") as folder,
        database(options.postgresql) as url,
    ):
        told = {"MIDDENSTIP_MODE": "production", "MIDDENSTIP_VAR": folder, "DATABASE_URL": url}
        told |= {"SECRET_KEY": "maatlat" * 10, "ALLOWED_HOSTS": "testserver", "HOME_AREA": "GM0150"}
        told |= {"SITE_URL": "https://testserver", "DJANGO_SETTINGS_MODULE": "middenstip.config.settings"}
        told |= {"PYTHONPATH": f"{ROOT / 'src'}:{ROOT}"}
        command = [sys.executable, "-m", "bench.gatherings.run", *map(str, options.sizes)]
        return subprocess.run(command, env=os.environ | told, check=False).returncode  # noqa: S603


def asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[5_000, 50_000], help="hoeveel bijeenkomsten")
    parser.add_argument("--postgresql", action="store_true", help="een eigen PostgreSQL, na afloop weg")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
