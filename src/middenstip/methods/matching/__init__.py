"""What lies near this, among those kinds?

One question in four clothes: search, initiatives that resemble each other, a need and an offer, a
question asked before. Words carry it (BM25 over Dutch stems, rescored with character 4-grams) and
an encoder helps where words differ. Everything lives in the project's own database, SQLite or
PostgreSQL, with the same ten answers on both. No network, no clock, no chance.

>>> import sqlite3
>>> index = Index(sqlite3.connect(":memory:"))
>>> index.put("i1", "initiatief", "Een nieuwe speeltuin in het park.")
>>> index.put("a1", "aanbod", "Gratis hulp bij het bouwen van een speeltuin.")
>>> index.put("i2", "initiatief", "Samen energie besparen.")
>>> [(near.key, near.shared) for near in index.near("speeltuinen bouwen", {"aanbod"})]
[('a1', ('bouwen', 'speeltuin'))]
"""

from .encoders import ENCODERS, Encoder, EncoderUnavailable, default, load
from .index import Index, Key, Near, Purpose
from .tables import TABLES, create, drop_tables
from .visible import Along, Among

__all__ = [
    "ENCODERS",
    "TABLES",
    "Along",
    "Among",
    "Encoder",
    "EncoderUnavailable",
    "Index",
    "Key",
    "Near",
    "Purpose",
    "create",
    "default",
    "drop_tables",
    "load",
]
