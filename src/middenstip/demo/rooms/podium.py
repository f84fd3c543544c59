"""What the demo tells about the podium."""

from __future__ import annotations

STEPS = ()
