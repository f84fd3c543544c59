"""One SQLite file by default; PostgreSQL, Redis and more servers by setting."""

from typing import Any

from middenstip.config.settings.env import IS_TEST, VAR, env, refuse, truth

_URL = env.str("DATABASE_URL", "")
if _URL and not _URL.startswith(("postgres://", "postgresql://", "sqlite:")):
    refuse("DATABASE_URL", "schrijf postgres://gebruiker:geheim@machine/naam, of laat het leeg voor SQLite.")
_IS_POOLED = truth("DATABASE_POOLED", default=False)
_REDIS = env.str("REDIS_URL", "")
if _REDIS and not _REDIS.startswith(("redis://", "rediss://", "unix://")):
    refuse("REDIS_URL", "schrijf redis://machine:6379/0, of laat het leeg.")

# Measured in the design of the back end: IMMEDIATE + WAL + NORMAL gives no "database is locked".
_SQLITE = {
    # In memory nobody waits for a turn, and pytest-xdist knows only Django's own name.
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

# Planning the queries of a page takes PostgreSQL longer than answering them, so each is planned once a
# connection; and compiling one to machine code (JIT) takes longer than a page may. A pooler takes neither.
_STRAIGHT = {"server_side_binding": True, "prepare_threshold": 5, "options": "-c jit=off"}

if not _URL:
    try:
        VAR.mkdir(parents=True, exist_ok=True)
    except OSError:
        refuse("MIDDENSTIP_VAR", f"in {VAR} kan hier niet worden geschreven.")
DATABASES: dict[str, dict[str, Any]] = {"default": env.db_url_config(_URL) if _URL else _SQLITE}
if _URL.startswith("sqlite:"):
    DATABASES["default"] = _SQLITE | {"NAME": DATABASES["default"]["NAME"]}  # elsewhere, but no less safe
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    DATABASES["default"]["CONN_MAX_AGE"] = None  # a new connection a request halves the speed
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    if not _IS_POOLED:
        _ASKED = DATABASES["default"].get("OPTIONS", {})  # such as ?sslmode=require
        DATABASES["default"]["OPTIONS"] = _STRAIGHT | _ASKED

# Shared by all workers of the machine (files), or of all machines (Redis).
CACHES = {
    "default": env.cache_url_config(_REDIS)
    if _REDIS
    else {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR / "cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
if IS_TEST:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

SESSION_ENGINE = "middenstip.config.sessions"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default"]}}
if IS_TEST:
    # A task only waits: a test that wants the post brings it round itself (`notices.tasks.bring_round`).
    TASKS["default"]["BACKEND"] = "django_tasks.backends.dummy.DummyBackend"
