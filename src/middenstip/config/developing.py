"""Settings for `make dev`: the demo, with detailed error pages and a toolbar that shows every query.

The Content-Security-Policy stays as strict as in production, so that violations show during development.
"""

import os

os.environ["MIDDENSTIP_MODE"] = "demo"

from middenstip.config.settings import *
from middenstip.config.settings import INSTALLED_APPS, MIDDLEWARE, STORAGES, TEMPLATES

DEBUG = True
INTERNAL_IPS = ["127.0.0.1", "::1"]  # only these addresses see the toolbar
ROOT_URLCONF = "middenstip.config.developing_urls"
INSTALLED_APPS = [*INSTALLED_APPS, "debug_toolbar"]
# After the headers of the API and of Django's security: the toolbar needs the page uncompressed.
MIDDLEWARE.remove("django.middleware.gzip.GZipMiddleware")
MIDDLEWARE = [*MIDDLEWARE[:2], "debug_toolbar.middleware.DebugToolbarMiddleware", *MIDDLEWARE[2:]]

# Files without a hash, read again for each request.
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
_FINDERS = ["filesystem.Loader", "app_directories.Loader"]
TEMPLATES[0]["OPTIONS"]["loaders"] = [f"django.template.loaders.{one}" for one in _FINDERS]  # type: ignore[index]
