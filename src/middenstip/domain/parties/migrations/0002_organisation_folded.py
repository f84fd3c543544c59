"""Store the folded name of an organisation, so that "gemeente  Deventer." finds Gemeente Deventer."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from middenstip.kernel.typed import folded


def fold(apps: Any, editor: Any) -> None:
    Organisation = apps.get_model("parties", "Organisation")
    rows = list(Organisation.objects.only("name", "folded"))
    for row in rows:
        row.folded = folded(row.name)[:400]
    Organisation.objects.bulk_update(rows, ["folded"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("parties", "0001_initial")]

    operations = [
        migrations.AddField(
            "organisation",
            "folded",
            models.CharField(db_index=True, default="", editable=False, max_length=400),
            preserve_default=False,
        ),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=True),
    ]
