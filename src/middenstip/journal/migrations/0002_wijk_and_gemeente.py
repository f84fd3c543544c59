"""Each entry stores the wijk and gemeente of its area, so that news of a large area needs one index."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery, Value
from django.db.models.functions import Coalesce


def fill(apps: Any, editor: Any) -> None:
    """Fill existing entries from the areas as they are now."""
    area = apps.get_model("areas", "Area").objects.filter(code=OuterRef("area"))
    blank = Value("", output_field=models.CharField())
    around = {
        column: Coalesce(Subquery(area.values(f"{column}__code")[:1]), blank)
        for column in ("district", "municipality")
    }
    apps.get_model("journal", "Entry").objects.exclude(area="").update(**around)


class Migration(migrations.Migration):
    dependencies = [("journal", "0001_initial"), ("areas", "0001_initial")]

    operations = [
        migrations.AddField("entry", "district", models.CharField(blank=True, default="", max_length=20), False),
        migrations.AddField("entry", "municipality", models.CharField(blank=True, default="", max_length=20), False),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.AddIndex(
            "entry", models.Index(fields=["district", "-at", "-id"], name="journal_wijk")
        ),
        migrations.AddIndex(
            "entry", models.Index(fields=["municipality", "-at", "-id"], name="journal_gemeente")
        ),
    ]
