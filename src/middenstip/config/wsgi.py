"""The WSGI entry of the server."""

import os

from django.core.wsgi import get_wsgi_application

from middenstip.config.sqlite.queue import Limit, limit_waiting

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
application = get_wsgi_application()
limit_waiting(Limit())  # a visitor that waits to write holds a thread that others read with
