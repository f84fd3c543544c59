"""The worker task of this room."""

from __future__ import annotations

from datetime import datetime

from middenstip.domain.moderation import services


def end_terms(at: datetime) -> int:
    """Delete what was kept long enough: addresses of reporters, and counts of posts; returns how many."""
    return services.forget_reporters(at=at)
