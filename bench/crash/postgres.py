"""A PostgreSQL database for one run, in the server of DATABASE_URL or of this machine; dropped afterwards."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import quote

import psycopg


class NotThere(Exception):
    """No PostgreSQL that lets us make a database."""


@contextmanager
def scratch_database(prefix: str = "middenstip_crash") -> Iterator[str]:
    """The URL of an empty database of our own. Raises `NotThere`."""
    where = os.environ.get("DATABASE_URL", "")
    name = f"{prefix}_{os.getpid()}"
    try:
        server = psycopg.connect(where or "dbname=postgres connect_timeout=3", autocommit=True)
        server.execute(f'CREATE DATABASE "{name}"')
    except psycopg.Error as error:
        raise NotThere(str(error).strip().splitlines()[0]) from error
    try:
        yield _url(server, name)
    finally:
        server.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        server.close()


def _url(server: psycopg.Connection, name: str) -> str:
    """The same server, another database; a socket folder stands in the path, as django-environ reads it."""
    of = server.info
    password = f":{quote(of.password, safe='')}" if of.password else ""
    host, folder = ("", f"/{of.host}") if of.host.startswith("/") else (of.host, "")
    return f"postgres://{quote(of.user)}{password}@{host}:{of.port}{folder}/{name}"
