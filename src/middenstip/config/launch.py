"""Start Middenstip on one machine: prepare the database, then run the server and the worker.

`python -m middenstip.config.launch` for a real platform, with `--demo` for the demo, with `--dev` for the
demo in a server that restarts when the code changes. One that dies is started again (see `together`).

With `web`, `worker` or `migrate` it does that one thing, for who lets a system (systemd, Kubernetes) start,
restart and stop each by itself. `web` and `worker` then become that program, so that a signal reaches it.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from middenstip.config.environment import ROOT, read_env_file, refuse, text
from middenstip.config.saying import in_one_sentence
from middenstip.config.together import Program, run_together
from middenstip.kernel.one_at_a_time import Busy, alone, in_turn

SOURCE = ROOT / "src"
ALL, WEB, WORKER, MIGRATE = "all", "web", "worker", "migrate"
DRAIN = 30  # seconds that the server gets to finish the answers in hand, when asked to stop
WORK = [sys.executable, str(ROOT / "manage.py"), "worker"]


def main() -> int:
    with in_one_sentence():
        options = asked()
        _check_settings()  # before the port: what else runs on this machine has nothing to do with them
        if options.what == ALL:
            with _the_only_one(options.port):
                _refuse_taken(options.port)
                _prepare(options.demo)
                _refuse_taken(options.port)  # by who began while we were preparing
                return _run_all(options)
        if options.what == MIGRATE:
            _prepare(options.demo)
            return 0
        _refuse_old_tables()
        if options.what == WEB:
            _refuse_taken(options.port)
    return _become(_server(options) if options.what == WEB else WORK)


def _become(command: list[str]) -> int:
    """This process is that program from here on, so a signal reaches it and its end is ours."""
    os.execv(command[0], command)  # noqa: S606 - a command of ours


def _run_all(options: argparse.Namespace) -> int:
    programs = [Program("De server", _server(options)), Program("De worker", WORK, is_needed=False)]
    announce = threading.Thread(target=_announce, args=[options.port], daemon=True)
    return run_together(programs, began=announce.start)


@contextmanager
def _the_only_one(port: int) -> Iterator[None]:
    """Two that start at once would share the port, and each visitor would reach either."""
    from middenstip.config.settings.env import VAR

    try:
        with alone(VAR / f"start-{port}.lock"):
            yield
    except Busy:
        raise SystemExit(
            f"Dit platform draait al op poort {port}, of start net. Stop dat, of kies een andere PORT."
        ) from None


def _refuse_taken(port: int) -> None:
    if _is_taken(port):  # two servers can share a port, and visitors would reach either
        raise SystemExit(f"Op poort {port} luistert al iets. Stop dat, of kies een andere PORT.")


def _refuse_old_tables() -> None:
    """A server on tables of an older version answers with errors; who starts it waits for `migrate`."""
    import django

    django.setup()
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    connection.close()
    if waiting:
        raise SystemExit("De tabellen zijn er nog niet, of van een oudere versie. Doe eerst: make migrate.")


def asked() -> argparse.Namespace:
    """The options of the command line and the environment, `.env` included; completes the environment."""
    read_env_file(ROOT / ".env")  # first, because the defaults below are for what it does not set
    options = _options()
    os.environ["PYTHONPATH"] = str(SOURCE)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    if options.dev:
        options.demo = True
        os.environ["DJANGO_SETTINGS_MODULE"] = "middenstip.config.developing"
    if options.demo:
        os.environ["MIDDENSTIP_MODE"] = "demo"
        options.port = _free_port(options.port)
        os.environ["SITE_URL"] = os.environ.get("SITE_URL") or f"http://127.0.0.1:{options.port}"
    return options


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="?", choices=(ALL, WEB, WORKER, MIGRATE), default=ALL)
    parser.add_argument("--demo", action="store_true", help="met de verzonnen mensen van Deventer")
    parser.add_argument("--dev", action="store_true", help="de demo, met een server die zichzelf herstart")
    parser.add_argument("--host", type=_host, default=text("HOST", "127.0.0.1"))
    parser.add_argument("--port", type=_port, default=text("PORT", "8000"))
    parser.add_argument("--workers", type=_workers, default=text("WORKERS", "2"))
    return parser.parse_args()


def _host(told: str) -> str:
    try:
        socket.getaddrinfo(told, None, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        wrong = f"{told} is niet een adres van deze machine (HOST), zoals 127.0.0.1 of 0.0.0.0"
        raise argparse.ArgumentTypeError(wrong) from None
    return told


def _port(told: str) -> int:
    return _between(told, 1, 65_535, "een poort (PORT)")


def _workers(told: str) -> int:
    return _between(told, 1, 64, "een aantal servers (WORKERS)")


def _between(told: str, least: int, most: int, what: str) -> int:
    if not (told.isdecimal() and least <= int(told) <= most):
        raise argparse.ArgumentTypeError(f"{told} is niet {what} van {least} tot en met {most}")
    return int(told)


def _check_settings() -> None:
    from django.conf import settings
    from django.http.request import validate_host

    if not settings.ALLOWED_HOSTS:
        refuse("ALLOWED_HOSTS", "zet er de namen van de site in, anders opent er geen bladzijde.")
    name = urlsplit(settings.SITE_URL).hostname or ""
    if not validate_host(name if ":" not in name else f"[{name}]", settings.ALLOWED_HOSTS):
        refuse("ALLOWED_HOSTS", "de naam uit SITE_URL staat er niet in; dan opent geen link uit een mail.")


def _prepare(demo: bool) -> None:
    """Migrate, collect static files and, in the demo, create the demo data: all in one process."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.cache import cache
    from django.core.management import call_command

    from middenstip.demo.guard import refuse_wrong_database

    refuse_wrong_database()
    call_command("migrate", verbosity=0)
    call_command("erase_again", verbosity=0)  # an older database may have been put back by hand
    if not os.environ.get("REDIS_URL"):  # Redis may be shared; its entries expire within a day
        cache.clear()  # parts of pages that an older version rendered
    if not settings.DEBUG:  # with DEBUG each file is read from its own folder
        static = Path(settings.STATIC_ROOT)
        with in_turn(partial(alone, static.with_suffix(".lock")), waiting=lambda: None):
            _collect(static / "staticfiles.json")
    if demo:
        call_command("demo")


def _collect(manifest: Path) -> None:
    """Collect the static files, unless that was done since they were built."""
    from django.core.management import call_command

    newest = max((p.stat().st_mtime for p in (ROOT / "build" / "web").rglob("*")), default=0.0)
    if not manifest.exists() or manifest.stat().st_mtime < newest:
        call_command("collectstatic", interactive=False, clear=True, verbosity=0)


def _server(options: argparse.Namespace) -> list[str]:
    if options.dev:
        return [sys.executable, str(ROOT / "manage.py"), "runserver", f"{options.host}:{options.port}"]
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
        "--respawn-failed-workers",  # one of the processes that answer; the others go on meanwhile
        "--respawn-interval",
        "1",
        "--workers-kill-timeout",
        str(DRAIN),
        "--backpressure",  # requests that one process holds at a time; more wait in the backlog
        "64",
        "--http1-header-read-timeout",
        "10000",  # milliseconds
        "--log-level",
        "warning",
        "middenstip.config.wsgi:application",
    ]


def _free_port(wanted: int) -> int:
    """The wanted port, or the next free one, so that the demo also starts when port 8000 is in use."""
    for port in range(wanted, wanted + 50):
        if not _is_taken(port):
            return port
    raise SystemExit(f"Geen vrije poort vanaf {wanted}.")


def _announce(port: int) -> None:
    """Print the address once the server answers."""
    for _ in range(300):
        if _is_taken(port):
            print(f"\nMiddenstip staat op http://127.0.0.1:{port} (stoppen: Ctrl-C)\n", flush=True)
            return
        time.sleep(0.1)


def _is_taken(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


if __name__ == "__main__":
    raise SystemExit(main())
