"""How much room each table takes, per initiative: the figures of docs/beheer/groei.md."""

from __future__ import annotations

from django.db import connection

LEAST = 5  # bytes per initiative; a table that takes less does not grow with them
_POSTGRESQL = """
    SELECT relname, pg_total_relation_size(c.oid) FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'r' AND nspname = current_schema()"""
_SQLITE = """
    SELECT m.tbl_name, SUM(s.pgsize) FROM dbstat s JOIN sqlite_master m ON m.name = s.name
    GROUP BY m.tbl_name"""


def print_room(initiatives: int) -> None:
    """Each table with its indexes, largest first."""
    with connection.cursor() as cursor:
        cursor.execute(_POSTGRESQL if connection.vendor == "postgresql" else _SQLITE)
        rows = sorted(cursor.fetchall(), key=lambda row: -row[1])
    print("\nBytes per initiatief, met indexen")
    for name, size in rows:
        if size / initiatives >= LEAST:
            print(f"  {name:34}{size / initiatives:8.0f}")
    print(f"  {'samen':34}{sum(size for _, size in rows) / initiatives:8.0f}")
