"""One Chromium for the session; every person gets their own window."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.browser.street import Street
from tests.cast import Cast, neighbourhood

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser of this machine; nothing is downloaded."""
    path = shutil.which("chromium")
    if not path:
        say = pytest.fail if os.environ.get("CI") else pytest.skip
        say("Er is geen Chromium op deze computer (Debian: apt install chromium).")
    # Playwright's own loop makes Django think that the test itself is asynchronous; it is not.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as player:
        browser = player.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The neighbourhood, committed to the database because the server reads it from another thread."""
    return neighbourhood()


@pytest.fixture
def street(chromium: Browser, live_server: LiveServer, cast: Cast) -> Iterator[Street]:
    """Opens windows on the running site, with the cast in the database."""
    windows = Street(chromium, str(live_server.url))
    yield windows
    windows.close()
