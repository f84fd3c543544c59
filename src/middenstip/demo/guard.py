"""The demo and a real platform never share a database: a beheerder of the one would be that of the other."""

from __future__ import annotations

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection

from middenstip.demo.cast import CAST
from middenstip.domain.parties.models import Person

OF_THE_DEMO = (
    "In deze database wonen de verzonnen mensen van de demo: begin een echt platform in een lege database "
    "(MIDDENSTIP_VAR of DATABASE_URL)."
)
REAL = (
    "In deze database staat een echt platform: start de demo met een database van zichzelf "
    "(MIDDENSTIP_VAR of DATABASE_URL)."
)


def refuse_wrong_database() -> None:
    """Raises `ImproperlyConfigured` when the people in this database are not of this kind of platform."""
    if Person._meta.db_table not in connection.introspection.table_names():
        return
    is_demo = Person.objects.filter(email__in=[member.email for member in CAST]).exists()
    if is_demo and not settings.DEMO:
        raise ImproperlyConfigured(OF_THE_DEMO)
    if settings.DEMO and not is_demo and Person.objects.exists():
        raise ImproperlyConfigured(REAL)
