"""Logs go to standard output, one line each; what a person typed never does."""

from middenstip.config.settings.env import IS_TEST

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "level": "ERROR" if IS_TEST else "INFO",
        }
    },
    "root": {"handlers": ["out"], "level": "INFO"},
    "loggers": {
        "django_tasks": {"level": "ERROR" if IS_TEST else "WARNING"},
        "django.request": {"level": "CRITICAL" if IS_TEST else "WARNING"},
    },
}
