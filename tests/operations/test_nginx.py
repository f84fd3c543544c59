"""nginx of Debian before the platform, with the configuration of `deploy/nginx`, under attack."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from bench.machine.nginx import HOST, configuration

from tests.operations.test_deploy import needs

ROOT = Path(__file__).resolve().parents[2]
OTHER = "127.0.0.2"  # an address of this machine too: another visitor
SLOW = 64


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return int(free.getsockname()[1])


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of nginx, with a server of two processes behind it."""
    program = needs("nginx")
    var = tmp_path_factory.mktemp("var")
    before, behind = free_port(), free_port()
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "MIDDENSTIP_VAR": str(var),
        "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": HOST,
        "SITE_URL": f"https://{HOST}",
        "BEHIND_PROXY": "true",
        "SEARCHES_PER_NETWORK": "3",
        "DATABASE_URL": f"sqlite:///{var}/middenstip.sqlite3",
    }
    python = [sys.executable, "-W", "ignore"]
    subprocess.run([*python, "manage.py", "migrate", "-v0"], env=env, cwd=ROOT, check=True)
    static = [*python, "manage.py", "collectstatic", "--noinput", "-v0"]
    subprocess.run(static, env=env, cwd=ROOT, check=True)
    asked = ["--interface", "wsgi", "--port", str(behind), "--workers", "2", "--blocking-threads", "4"]
    commands = [
        [*python, "-m", "granian", *asked, "middenstip.config.wsgi:application"],
        [program, "-c", str(configuration(var, before, behind)), "-e", str(var / "error.log")],
    ]
    with (var / "log").open("wb") as log:
        running = [subprocess.Popen(one, env=env, cwd=ROOT, stdout=log, stderr=log) for one in commands]
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until and answer(before, "/gezond")[0] != 200:
            time.sleep(0.2)
        yield before
    finally:
        for one in running:
            one.terminate()
        for one in running:
            one.wait(timeout=30)


def answer(port: int, path: str, source: str = OTHER, **headers: str) -> tuple[int, str]:
    """The status and the text; (0, "") when nothing answers."""
    asking = HTTPConnection("127.0.0.1", port, timeout=10, source_address=(source, 0))
    try:
        asking.request("GET", path, headers={"Host": HOST} | headers)
        got = asking.getresponse()
        return got.status, got.read().decode()
    except OSError:
        return 0, ""
    finally:
        asking.close()


def test_slow_headers_and_slow_bodies_hold_nobody_up(port: int) -> None:
    head = f"POST /inloggen/ HTTP/1.1\r\nHost: {HOST}\r\n"
    body = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 500\r\n\r\n"
    slow = [socket.create_connection(("127.0.0.1", port)) for _ in range(2 * SLOW)]
    try:
        for number, one in enumerate(slow):
            one.sendall((head + (body if number < SLOW else "X-Slow: ")).encode())
        took = []
        for _ in range(10):
            for one in slow:
                one.sendall(b"a")
            began = time.monotonic()
            assert answer(port, "/gezond")[0] == 200
            took.append(time.monotonic() - began)
            time.sleep(0.2)
        assert max(took) < 1
    finally:
        for one in slow:
            one.close()


def test_an_upload_of_forty_megabytes_is_refused_in_dutch_before_it_is_read(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=10) as sending:
        head = f"POST /gebied/GM0150/tekenen/ HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 40000000\r\n\r\n"
        sending.sendall(head.encode())
        got = sending.recv(64_000).decode()
    assert got.startswith("HTTP/1.1 413 ")
    assert "Hier kan hooguit 26 MB." in got


def test_the_platform_refuses_a_form_of_two_megabytes(port: int) -> None:
    asking = HTTPConnection("127.0.0.1", port, timeout=30, source_address=(OTHER, 0))
    kind = "application/x-www-form-urlencoded"
    asking.request("POST", "/inloggen/", b"a" * 2_000_000, {"Host": HOST, "Content-Type": kind})
    got = asking.getresponse()
    assert (got.status, "Hier kan hooguit 1 MB." in got.read().decode()) == (413, True)


def test_an_address_that_a_visitor_makes_up_changes_nothing_about_who_is_counted(port: int) -> None:
    now = int(time.time()) % 60
    if now > 50:
        time.sleep(61 - now)  # counted per minute
    made_up = [{"X-Forwarded-For": f"192.0.2.{number}, 198.51.100.{number}"} for number in range(4)]
    found = [answer(port, "/initiatieven/?q=bos", "127.0.0.3", **told)[0] for told in made_up]
    assert found == [200, 200, 200, 429]
    assert answer(port, "/initiatieven/?q=bos", "127.0.0.4", **made_up[3])[0] == 200
