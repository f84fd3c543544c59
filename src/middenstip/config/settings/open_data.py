"""Where open data comes from, what is kept of it, and how patiently it is asked for."""

from typing import Any

from middenstip.config.environment import text
from middenstip.config.settings.addresses import origin
from middenstip.config.settings.env import VAR

OPEN_DATA_FOLDER = VAR / "open_data"  # raw answers; it may be thrown away
OPEN_DATA_PATIENCE: dict[str, Any] = {}  # other values for `Asking`, in tests
CBS_URL = origin("CBS_URL", text("CBS_URL", "https://datasets.cbs.nl"), "https://datasets.cbs.nl")
PDOK_URL = origin("PDOK_URL", text("PDOK_URL", "https://service.pdok.nl"), "https://service.pdok.nl")
