"""What a platform still misses before it opens its doors, in one list."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from middenstip.operations.checks import missing

pytestmark = pytest.mark.filterwarnings("ignore:Overriding setting DATABASES")
COMPLETE: dict[str, Any] = {
    "SITE_URL": "https://plein.nl",
    "ALLOWED_HOSTS": ["plein.nl"],
    "HOME_AREA": "GM0150",
    "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
    "DEFAULT_FROM_EMAIL": "Plein <post@plein.nl>",
    "CONTACT_EMAIL": "hallo@plein.nl",
    "SECURITY_EMAIL": "veilig@plein.nl",
    "REPLICAS": 2,
    "DATABASES": {"default": {"ENGINE": "django.db.backends.postgresql", "NAME": "plein"}},
    "CACHES": {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache"}},
    "BEHIND_PROXY": True,
    "BACKUP_KEY": "age1plein",
}
SQLITE = {"default": {"ENGINE": "middenstip.config.sqlite", "NAME": "nowhere.sqlite3"}}
FILES = {"default": {"BACKEND": "django.core.cache.backends.filebased.FileBasedCache"}}


@pytest.fixture
def complete(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    for name, value in COMPLETE.items():
        setattr(settings, name, value)
    return settings


def named() -> list[str]:
    """The settings that the list names, in its order."""
    return [str(one.id).partition(".")[2] for one in missing(None)]


def test_a_complete_platform_misses_nothing(complete: Any) -> None:
    assert named() == []


@pytest.mark.parametrize(
    ("setting", "value", "said"),
    [
        ("SITE_URL", "http://plein.nl", "SITE_URL"),
        ("ALLOWED_HOSTS", [], "ALLOWED_HOSTS"),
        ("ALLOWED_HOSTS", ["*"], "ALLOWED_HOSTS"),
        ("HOME_AREA", "", "HOME_AREA"),
        ("EMAIL_BACKEND", "middenstip.notices.filemail.EmailBackend", "EMAIL_URL"),
        ("DEFAULT_FROM_EMAIL", "Plein <post@plein.example>", "MAIL_FROM"),
        ("CONTACT_EMAIL", "hallo@plein.example", "CONTACT_EMAIL"),
        ("SECURITY_EMAIL", "veilig@example.org", "SECURITY_EMAIL"),
        ("DATABASES", SQLITE, "DATABASE_URL"),
        ("CACHES", FILES, "REDIS_URL"),
        ("BEHIND_PROXY", False, "BEHIND_PROXY"),
        ("BACKUP_KEY", "", "BACKUP_KEY"),
    ],
)
def test_each_thing_that_is_missing_is_named(complete: Any, setting: str, value: Any, said: str) -> None:
    setattr(complete, setting, value)
    assert named() == [said]


def test_one_machine_may_keep_sqlite_and_files(complete: Any) -> None:
    complete.REPLICAS, complete.DATABASES, complete.CACHES = 1, SQLITE, FILES
    assert named() == []


def test_a_database_that_others_can_read_is_named(complete: Any, tmp_path: Path) -> None:
    file = tmp_path / "plein.sqlite3"
    file.touch()
    complete.REPLICAS, complete.DATABASES = 1, {"default": SQLITE["default"] | {"NAME": file}}
    for mode, said in ((0o640, ["MIDDENSTIP_VAR"]), (0o600, [])):
        file.chmod(mode)
        assert named() == said


def test_settings_for_developing_are_named(complete: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "middenstip.config.developing")
    assert named() == ["DJANGO_SETTINGS_MODULE"]


def test_the_list_is_whole_sentences_without_secrets(complete: Any) -> None:
    complete.SITE_URL, complete.EMAIL_BACKEND, complete.REPLICAS = "http://x", "a.filemail.EmailBackend", 1
    told = missing(None)
    assert len(told) == 2
    assert all(one.msg.endswith(".") and one.hint == "Zie docs/instellingen.md." for one in told)
