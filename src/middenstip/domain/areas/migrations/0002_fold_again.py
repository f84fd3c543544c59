"""Fold names again as `kernel.typed` now does: "d'Ekker" is also found as "dekker", ø as o."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models

from middenstip.domain.areas.models import folded


def fold(apps: Any, editor: Any) -> None:
    Area = apps.get_model("areas", "Area")
    changed = []
    for area in Area.objects.only("name", "folded").iterator():
        if area.folded != folded(area.name):
            area.folded = folded(area.name)
            changed.append(area)
    Area.objects.bulk_update(changed, ["folded"], batch_size=500)


class Migration(migrations.Migration):
    dependencies = [("areas", "0001_initial")]

    operations = [
        migrations.AlterField(
            "area",
            "folded",
            models.CharField(blank=True, db_index=True, editable=False, max_length=400),
        ),
        migrations.RunPython(fold, migrations.RunPython.noop, elidable=True),
    ]
