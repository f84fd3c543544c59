"""Finding initiatives by words: the one place where this room asks for a search."""

from __future__ import annotations

from django.db.models import Q

from middenstip.domain.initiatives.models import Initiative

MOST_WORDS = 8


def find(text: str, limit: int = 200) -> list[int]:
    """Keys of public initiatives in which every word of `text` stands, newest first. One query."""
    words = text.split()[:MOST_WORDS]
    if not words:
        return []
    fits = Q(submitted_at__isnull=False)
    for word in words:
        fits &= Q(title__icontains=word) | Q(what__icontains=word)
    found = Initiative.objects.filter(fits).order_by("-submitted_at", "-pk")
    return list(found.values_list("pk", flat=True)[:limit])
