"""Start Middenstip on one machine: prepare the database, then the server and the worker side by side.

`python -m middenstip.config.launch` for a real platform, with `--demo` for the demo. Stops both when one
of them ends, or on Ctrl-C.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import environ

from middenstip.config.saying import in_one_sentence
from middenstip.config.together import Child, run_together

SOURCE = Path(__file__).resolve().parents[2]
ROOT = SOURCE.parent


def main() -> int:
    with in_one_sentence():
        options = asked()
        if _is_taken(options.port):  # two servers would share it: each visitor gets one or the other
            raise SystemExit(f"Op poort {options.port} luistert al iets. Stop dat, of kies een andere PORT.")
        _prepare(options.demo)
    return run_together(
        [_server(options), [sys.executable, str(ROOT / "manage.py"), "worker"]],
        began=lambda children: _announce(options.port, children),
    )


def asked() -> argparse.Namespace:
    """What the command line and the environment ask, `.env` included; the environment is then complete."""
    environ.Env.read_env(ROOT / ".env")  # first: what is set below is only for who set nothing
    options = _options()
    os.environ["PYTHONPATH"] = str(SOURCE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    if options.demo:
        os.environ["MIDDENSTIP_MODE"] = "demo"
        options.port = _free_port(options.port)
    os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{options.port}")
    return options


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--demo", action="store_true", help="met de verzonnen mensen van Deventer")
    parser.add_argument("--host", default=os.environ.get("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=_port, default=os.environ.get("PORT", "8000"))
    parser.add_argument("--workers", type=_workers, default=os.environ.get("WORKERS", "2"))
    return parser.parse_args()


def _port(text: str) -> int:
    return _between(text, 1, 65_535, "een poort (PORT)")


def _workers(text: str) -> int:
    return _between(text, 1, 64, "een aantal servers (WORKERS)")


def _between(text: str, least: int, most: int, what: str) -> int:
    if not (text.isdecimal() and least <= int(text) <= most):
        raise argparse.ArgumentTypeError(f"{text} is niet {what} van {least} tot en met {most}")
    return int(text)


def _prepare(demo: bool) -> None:
    """Migrate, collect static files and, in the demo, let the area live: all in one process."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.cache import cache
    from django.core.management import call_command

    from middenstip.config.settings.env import refuse

    if not settings.ALLOWED_HOSTS:
        refuse("ALLOWED_HOSTS", "zet er de namen van de site in, anders opent er geen bladzijde.")
    call_command("migrate", verbosity=0)
    if not os.environ.get("REDIS_URL"):  # which others may share; there it goes within a day
        cache.clear()  # pieces of pages as an older version of the platform drew them
    newest = max((p.stat().st_mtime for p in (ROOT / "build" / "web").rglob("*")), default=0.0)
    manifest = Path(settings.STATIC_ROOT) / "staticfiles.json"
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    if demo:
        call_command("demo")


def _server(options: argparse.Namespace) -> list[str]:
    return [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        options.host,
        "--port",
        str(options.port),
        "--workers",
        str(options.workers),
        "--blocking-threads",
        "4",
        "--log-level",
        "warning",
        "middenstip.config.wsgi:application",
    ]


def _free_port(wanted: int) -> int:
    """The wanted port, or the next one that nobody listens on: a newcomer need not know who has 8000."""
    for port in range(wanted, wanted + 50):
        if not _is_taken(port):
            return port
    raise SystemExit(f"Geen vrije poort vanaf {wanted}.")


def _announce(port: int, children: Sequence[Child]) -> None:
    """Print the address once the server answers."""
    for _ in range(300):
        if any(child.poll() is not None for child in children):
            return
        if _is_taken(port):
            print(f"\nMiddenstip staat op http://127.0.0.1:{port} (stoppen: Ctrl-C)\n", flush=True)
            return
        time.sleep(0.1)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    raise SystemExit(main())
