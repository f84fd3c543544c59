"""What the worker does once a day for this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.podium import services


def look_over(at: datetime) -> None:
    """Names on cards of long ago."""
    services.forget_cards(at=at)
