"""How far a reindex got."""

from __future__ import annotations

from django.db import models

from middenstip.kernel.models import Row


class IndexMark(Row):
    """The last key of one kind of text that was indexed anew; there is none when no reindex is under way."""

    kind = models.CharField(max_length=20, primary_key=True)
    last = models.BigIntegerField()
