"""A fresh database for each test: SQLite always, PostgreSQL when DATABASE_URL names one."""

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from middenstip.methods.matching import Index
from middenstip.methods.matching.base import Connection

DATA = Path(__file__).parent / "data"
URL = os.environ.get("DATABASE_URL", "")
POSTGRES = URL.startswith("postgres")
KINDS = ("question", "likeness", "search")


def opened(database: str) -> Connection:
    """Return a connection whose tables vanish when it closes."""
    if database == "sqlite":
        return sqlite3.connect(":memory:")
    connection = psycopg.connect(URL)
    connection.execute("SET search_path TO pg_temp")
    return connection


def rows(name: str) -> list[dict[str, object]]:
    """Return the rows of one of our labelled files."""
    return [json.loads(line) for line in (DATA / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture(params=["sqlite", *(["postgres"] if POSTGRES else [])])
def db(request: pytest.FixtureRequest) -> Iterator[Connection]:
    connection = opened(request.param)
    yield connection
    connection.close()  # type: ignore[attr-defined]


@pytest.fixture
def index(db: Connection) -> Index:
    return Index(db)
