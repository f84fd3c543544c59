"""Logs go to standard error, one line each; what a person typed never does."""

from middenstip.config.environment import refuse, text, truth
from middenstip.config.settings.env import IS_TEST, MODE

LOG_FORMAT = text("LOG_FORMAT", "line")
if LOG_FORMAT not in ("line", "json"):
    refuse("LOG_FORMAT", "kies line of json.")
ACCESS_LOG = truth("ACCESS_LOG", default=MODE == "production")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "middenstip.operations.logs.Discreet"}},
    "formatters": {
        "line": {
            "()": "middenstip.operations.logs.Line",
            "format": "%(asctime)s %(levelname)s %(name)s [%(request_id)s] %(message)s",
        },
        "json": {"()": "middenstip.operations.logs.Json"},
    },
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "filters": ["discreet"],
            "formatter": LOG_FORMAT,
            "level": "ERROR" if IS_TEST else "INFO",
        }
    },
    "root": {"handlers": ["out"], "level": "INFO"},
    "loggers": {
        "pikepdf": {"level": "WARNING"},  # says that it was loaded
        "django_tasks": {"level": "ERROR" if IS_TEST else "WARNING"},
        "django.request": {"level": "CRITICAL" if IS_TEST else "WARNING"},
        # Django's own handlers write a path, or the whole request, to the terminal.
        "django": {"handlers": [], "level": "INFO"},
    },
}
