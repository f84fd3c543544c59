"""Settings for the tests: the normal settings in test mode."""

import os

os.environ["MIDDENSTIP_MODE"] = "test"

from middenstip.config.settings import *  # noqa: F403
