"""Settings for the tests: the normal settings in test mode."""

import os

os.environ["MIDDENSTIP_MODE"] = "test"

from middenstip.config.settings import *  # noqa: F403
from middenstip.config.settings import DATABASES

# PostgreSQL copies a database of which the tables are made: a hundred migrations once, not for each worker.
if made := os.environ.get("TESTS_COPY"):
    DATABASES["default"]["TEST"] = {"TEMPLATE": made}
