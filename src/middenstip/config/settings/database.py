"""One SQLite file by default; PostgreSQL, Redis and more servers by setting."""

from typing import Any

import environ
from redis.backoff import NoBackoff
from redis.retry import Retry

from middenstip.config.environment import refuse, text, truth
from middenstip.config.settings.addresses import address, credentials
from middenstip.config.settings.env import IS_TEST, VAR

_EXAMPLE = "postgres://gebruiker:geheim@machine/naam, of laat het leeg voor SQLite"
_URL = text("DATABASE_URL")
_IS_SQLITE = _URL.startswith("sqlite:///")
_SERVER = None if _IS_SQLITE else address("DATABASE_URL", ("postgres", "postgresql"), _EXAMPLE, host=False)
if _SERVER and not _SERVER.path.strip("/"):
    refuse("DATABASE_URL", f"de naam van de database ontbreekt; schrijf {_EXAMPLE}.")
_IS_POOLED = truth("DATABASE_POOLED", default=False)
_NEAR = address("REDIS_URL", ("redis", "rediss"), "redis://machine:6379/0, of laat het leeg")
if _NEAR and not (_NEAR.path in ("", "/") or _NEAR.path[1:].isdecimal()):
    refuse("REDIS_URL", "achter de machine staat een nummer; schrijf redis://machine:6379/0.")

# Measured for the design of the back end: IMMEDIATE + WAL + NORMAL gives no "database is locked".
_SQLITE = {
    # A database in memory needs no queue, and pytest-xdist only supports Django's own name.
    "ENGINE": "django.db.backends.sqlite3" if IS_TEST else "middenstip.config.sqlite",
    "NAME": VAR / "middenstip.sqlite3",
    "CONN_MAX_AGE": None,
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
            "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;PRAGMA temp_store=MEMORY"
        ),
    },
}

# PostgreSQL needs more time to plan the queries of a page than to answer them, so each is planned once per
# connection; JIT compilation takes longer than a page may. A connection pooler supports neither option.
_STRAIGHT = {"server_side_binding": True, "prepare_threshold": 5, "options": "-c jit=off"}

if not _URL:
    try:
        VAR.mkdir(parents=True, exist_ok=True)
    except OSError:
        refuse("MIDDENSTIP_VAR", f"in {VAR} kan hier niet worden geschreven.")
DATA_FOLDER = VAR
DATABASES: dict[str, dict[str, Any]] = {"default": environ.Env.db_url_config(_URL) if _URL else _SQLITE}
if _IS_SQLITE:
    DATABASES["default"] = _SQLITE | {"NAME": DATABASES["default"]["NAME"]}  # another file, the same options
if _SERVER:  # the parser replaces a plus sign by a space
    DATABASES["default"]["USER"], DATABASES["default"]["PASSWORD"] = credentials(_SERVER)
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["CONN_MAX_AGE"] = None  # a new connection per request halves the speed
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    DATABASES["default"]["DISABLE_SERVER_SIDE_CURSORS"] = _IS_POOLED  # they stay behind at another connection
    if not _IS_POOLED:
        _ASKED = DATABASES["default"].get("OPTIONS", {})  # such as ?sslmode=require
        DATABASES["default"]["OPTIONS"] = _STRAIGHT | _ASKED

# Shared by all workers of the machine (files), or of all machines (Redis). Either may fail: config/cache.py.
CACHES: dict[str, dict[str, Any]] = {
    "default": {
        "BACKEND": "middenstip.config.cache.Redis",
        "LOCATION": _NEAR.geturl(),
        # No visitor waits long for it, nor for a second try.
        "OPTIONS": {"socket_connect_timeout": 0.3, "socket_timeout": 0.5, "retry": Retry(NoBackoff(), 0)},
    }
    if _NEAR
    else {
        "BACKEND": "middenstip.config.cache.Files",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
if IS_TEST:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

# How many machines or containers serve the web: one cannot see the others.
_COUNTED = text("REPLICAS", "1")
if not (_COUNTED.isdecimal() and 1 <= int(_COUNTED) <= 999):
    refuse("REPLICAS", "dat is een aantal, van 1 tot en met 999.")
REPLICAS = int(_COUNTED)

SESSION_ENGINE = "middenstip.config.sessions"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
if IS_TEST:
    # Tasks are only queued: a test that wants notices runs them itself (`notices.tasks.bring_round`).
    TASKS["default"]["BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
