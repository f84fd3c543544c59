"""Store the verbinder only on the initiative; a verbinder known only to the case is copied there."""

from typing import Any

from django.db import migrations
from django.db.models import OuterRef, Subquery


def keep_verbinders(apps: Any, schema_editor: Any) -> None:
    """Copy where the initiative has none. Where they differ, that of the initiative is the newer one."""
    case, initiative = apps.get_model("intake", "Case"), apps.get_model("initiatives", "Initiative")
    named = case.objects.exclude(broker=None)
    unnamed = initiative.objects.filter(connector=None, pk__in=named.values("initiative"))
    of_case = named.filter(initiative=OuterRef("pk")).values("broker")[:1]
    unnamed.update(connector=Subquery(of_case))


class Migration(migrations.Migration):
    dependencies = [
        ("intake", "0001_initial"),
        ("initiatives", "0004_verbinder_is_kept"),
    ]

    operations = [migrations.RunPython(keep_verbinders, migrations.RunPython.noop)]
