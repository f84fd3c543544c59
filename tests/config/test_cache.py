"""Without its cache the platform goes on: pages are made, limits count, nobody is logged out or back in."""

from __future__ import annotations

import logging
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache, caches

from middenstip.config import cache as ours
from tests.cast import Cast, submitted
from tests.web.at_the_door import Visitor, walk_in

QUICK = {"socket_connect_timeout": 0.3, "socket_timeout": 0.5}


@pytest.fixture(autouse=True)
def _fresh(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ours, "_health", {})


def use(settings: Any, kind: str, where: str) -> None:
    options = QUICK if kind == "Redis" else {"MAX_ENTRIES": 100}
    one = {"BACKEND": f"middenstip.config.cache.{kind}", "LOCATION": where, "OPTIONS": options}
    settings.CACHES = {"default": one}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.name == ours.__name__]


AWAY = "the cache does not answer (ConnectionError); pages go on without it"


def test_without_redis_every_page_is_made_and_it_is_said_once(
    cast: Cast, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    initiative = submitted(cast)
    use(settings, "Redis", f"redis://127.0.0.1:{free_port()}/0")
    client = walk_in(cast.marijke)
    for url in ("/", "/gebied/GM0150/", "/initiatieven/", "/mijn/", f"/initiatief/{initiative.public_id}/"):
        assert client.get(url).status_code == 200
    assert "Uitloggen" in client.get("/mijn/").text  # sessions stand in the database too
    assert said(caplog) == [AWAY]


def test_limits_still_count_within_this_server(settings: Any, db: None) -> None:
    use(settings, "Redis", f"redis://127.0.0.1:{free_port()}/0")
    settings.API_PER_MINUTE = 3
    client = Visitor()
    assert [client.get("/api/v1/initiatieven").status_code for _ in range(4)] == [200, 200, 200, 429]


def test_a_disk_that_cannot_be_written_stops_no_page(
    cast: Cast, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be: also root cannot write into it")
    use(settings, "Files", str(tmp_path / "cache"))
    client = Visitor()
    assert [client.get(url).status_code for url in ("/", "/gebied/GM0150/", "/initiatieven/")] == [200] * 3
    assert len(said(caplog)) == 1


def test_half_a_file_is_no_answer(settings: Any, tmp_path: Path) -> None:
    """What a full disk left behind."""
    use(settings, "Files", str(tmp_path))
    cache.set("key", "value")
    (file,) = tmp_path.glob("*.djcache")
    file.write_bytes(file.read_bytes()[:-3])
    assert cache.get("key", "none") == "none"


def test_a_cache_that_failed_is_left_alone_for_a_while(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each visitor waits for it."""
    use(settings, "Redis", f"redis://127.0.0.1:{free_port()}/0")
    cache.get("key")
    tried: list[str] = []
    monkeypatch.setattr(ours.RedisCache, "get", lambda *_, **__: tried.append("get"))
    assert [cache.get("key") for _ in range(3)] == [None] * 3
    assert tried == []
    caches["default"].health.again = 0.0  # type: ignore[attr-defined]
    monkeypatch.setattr(ours.RedisCache, "delete", lambda *_, **__: True)
    cache.get("key")
    assert tried == ["get", "get"]


@pytest.fixture
def redis(tmp_path: Path) -> Iterator[tuple[int, Any]]:
    """A port, and what starts a Redis at it."""
    if not shutil.which("redis-server"):
        pytest.skip("this machine has no redis-server")
    port, running = free_port(), []
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(tmp_path)]
    command += ["--save", "1 1", "--dbfilename", "kept.rdb"]

    def begin() -> subprocess.Popen[bytes]:
        running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        for _ in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    return running[-1]
            time.sleep(0.05)
        raise AssertionError("redis-server did not start")

    yield port, begin
    for one in running:
        one.kill()
        one.wait()


def test_what_changed_while_redis_was_away_does_not_come_back_with_it(
    settings: Any, redis: tuple[int, Any], caplog: pytest.LogCaptureFixture
) -> None:
    """Such as the session of who logged out meanwhile; Redis comes back with what it kept on disk."""
    port, begin = redis
    use(settings, "Redis", f"redis://127.0.0.1:{port}/0")
    first = begin()
    cache.set_many({"ended": "session", "changed": 1, "same": "kept"}, 600)
    assert cache.get("ended") == "session"
    first.terminate()
    first.wait()
    caplog.set_level(logging.WARNING)
    cache.delete("ended")
    cache.set("changed", 2)
    assert (cache.get("ended"), cache.get("changed"), cache.get("same")) == (None, 2, None)
    begin()
    caches["default"].health.again = 0.0  # type: ignore[attr-defined]
    assert [cache.get(key) for key in ("ended", "changed", "same")] == [None, None, "kept"]
    assert said(caplog) == [AWAY, "the cache answers again"]
