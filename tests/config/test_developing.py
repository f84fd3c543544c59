"""`make dev`: pages that say what broke, templates read anew, and the same strict policy as in production."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from tests.lived_in import lived_in

ROOT = Path(__file__).resolve().parents[2]
LOOK = """
import json
import django
django.setup()
from django.template import loader
from django.test import Client
from django.urls import path
from middenstip.config import developing_urls

developing_urls.urlpatterns.append(path("kapot", lambda request: 1 / 0))
client = Client(raise_request_exception=False)
page, broken = client.get("/over/"), client.get("/kapot")
first, second = (loader.get_template("base.html").template for _ in range(2))
print(json.dumps({
    "status": page.status_code,
    "policy": page.headers["Content-Security-Policy"],
    "html": page.content.decode(),
    "for_others": client.get("/over/", REMOTE_ADDR="192.0.2.1").content.decode(),
    "broken": [broken.status_code, broken.content.decode()],
    "is_kept": first is second,
}))
"""


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a visitor gets, in a process with the settings of `make dev`."""
    told = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT / "src")}
    var = tmp_path_factory.mktemp("var")
    lived_in(tmp_path_factory, var)
    told |= {"MIDDENSTIP_VAR": str(var)}
    told |= {"DJANGO_SETTINGS_MODULE": "middenstip.config.developing", "DATABASE_URL": ""}
    ran = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", LOOK],
        env=told,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def test_the_policy_is_that_of_production(seen: dict[str, Any], db: None) -> None:
    ours = Client().get("/over/").headers["Content-Security-Policy"]
    assert set(seen["policy"].split("; ")) == set(ours.split("; "))
    assert "script-src 'self'" in seen["policy"].split("; ")


def test_the_toolbar_stands_on_the_page_within_that_policy(seen: dict[str, Any]) -> None:
    assert seen["status"] == 200
    assert 'id="djDebug"' in seen["html"]
    assert re.findall(r"<script(?![^>]*\bsrc=)|<style|\sstyle=", seen["html"]) == []


def test_a_visitor_from_another_machine_gets_no_toolbar(seen: dict[str, Any]) -> None:
    assert "djDebug" not in seen["for_others"]


def test_a_page_that_breaks_says_where(seen: dict[str, Any]) -> None:
    status, html = seen["broken"]
    assert status == 500
    assert "ZeroDivisionError" in html
    assert "division by zero" in html


def test_a_template_is_read_anew_each_time(seen: dict[str, Any]) -> None:
    assert seen["is_kept"] is False


def test_the_toolbar_is_nowhere_else() -> None:
    naming = [path.name for path in (ROOT / "src").rglob("*.py") if "debug_toolbar" in path.read_text()]
    assert sorted(naming) == ["developing.py", "developing_urls.py"]
    assert "debug_toolbar" not in settings.INSTALLED_APPS
    assert "django-debug-toolbar" not in (ROOT / "requirements.txt").read_text()
