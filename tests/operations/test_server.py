"""A server of two processes, as in production: every request counts once, wherever the metrics are read."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
TOKEN = "a-token-of-twenty-characters"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """The address of the server, and the file with its log."""
    var = tmp_path_factory.mktemp("var")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    env = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT / "src"),
        "MIDDENSTIP_VAR": str(var),
        "SECRET_KEY": "k" * 60,
        "ALLOWED_HOSTS": "plein.example",
        "SITE_URL": "https://plein.example",
        "METRICS_TOKEN": TOKEN,
        "LOG_FORMAT": "json",
        "DATABASE_URL": f"sqlite:///{var}/middenstip.sqlite3",
    }
    asked = ["--interface", "wsgi", "--port", str(port), "--workers", "2", "--blocking-threads", "2"]
    command = [sys.executable, "-m", "granian", *asked, "middenstip.config.wsgi:application"]
    with (var / "log").open("wb") as log:
        running = subprocess.Popen(command, env=env, cwd=ROOT, stdout=log, stderr=log)
    try:
        until = time.monotonic() + 60
        while time.monotonic() < until:
            try:
                urlopen(f"http://127.0.0.1:{port}/gezond", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        yield f"http://127.0.0.1:{port}", var / "log"
    finally:
        running.terminate()
        running.wait(timeout=30)


def requests_in(text: str) -> dict[str, float]:
    found = re.findall(r'^middenstip_requests_total{.*?route="([^"]+)".*?} ([\d.]+)$', text, re.MULTILINE)
    total: dict[str, float] = {}
    for route, value in found:
        total[route] = total.get(route, 0) + float(value)
    return total


def scrape(address: str) -> str:
    told: bytes = urlopen(
        Request(f"{address}/metrics", headers={"Authorization": f"Bearer {TOKEN}"}), timeout=20
    ).read()
    return told.decode()


def test_requests_of_all_processes_are_in_each_reading(server: tuple[str, Path]) -> None:
    address, _ = server
    before = requests_in(scrape(address))
    for _ in range(30):  # a connection each: the kernel spreads them over the processes
        urlopen(f"{address}/gezond", timeout=10).close()
    for _ in range(4):
        grown = requests_in(scrape(address))
        assert grown["operations:alive"] - before["operations:alive"] == 30
    folder = Path("/dev/shm") if os.access("/dev/shm", os.W_OK) else server[1].parent
    kept = [*folder.glob(f"middenstip-metrics-{os.geteuid()}-*/counter_*.db")]
    assert len(kept) >= 2  # both processes had work


def test_the_log_of_a_real_server_is_json_and_names_no_visitor(server: tuple[str, Path]) -> None:
    address, log = server
    asking = HTTPConnection(address.removeprefix("http://"), timeout=10)
    asking.request("GET", "/over/?wie=geheim", headers={"User-Agent": "Kiek", "Host": "plein.example"})
    assert asking.getresponse().status == 301  # to https, of which a proxy takes care
    text = log.read_text()
    access = [json.loads(line) for line in text.splitlines() if '"middenstip.access"' in line]
    assert (301, "unknown") in [(line["status"], line["route"]) for line in access]
    assert [word for word in ("geheim", "Kiek", "127.0.0.1") if word in "".join(map(str, access))] == []
