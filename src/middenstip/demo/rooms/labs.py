"""What the demo tells about labs."""

from __future__ import annotations

STEPS = ()
