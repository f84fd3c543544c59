"""Queries about thanks."""

from __future__ import annotations

from typing import Any

from django.db.models import F
from middenstip.domain.thanks.models import Thanks

from middenstip.domain.initiatives.models import Initiative

MOST = 20


def thanks_by_id(public_id: str) -> Thanks | None:
    """One thanks, with its initiative and seat; None when there is none. One query."""
    around = ("initiative", "seat__side__organisation")
    return Thanks.objects.select_related(*around).filter(public_id=public_id).first()


def thanks_about(initiative: Initiative) -> list[Thanks]:
    """The newest thanks of this initiative, newest first. One query."""
    rows = Thanks.objects.filter(initiative=initiative).select_related("seat__side__organisation")
    return list(rows.order_by("-at", "-pk")[:MOST])


def thanks_rows(before: int | None, limit: int) -> list[dict[str, Any]]:
    """The newest thanks of all, as flat rows for the API; `before` is the last key shown. One query."""
    rows = Thanks.objects.all() if before is None else Thanks.objects.filter(pk__lt=before)
    columns = ("pk", "public_id", "text", "at", "initiative__public_id", "initiative__title")
    return list(rows.order_by("-pk").values(*columns, half=F("seat__half"))[:limit])
