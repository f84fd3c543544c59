"""Numbers that people say (LET-12): existing public initiatives get theirs, the oldest first."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models

from middenstip.domain.initiatives.models.number import letters_of


def give_numbers(apps: Any, editor: Any) -> None:
    """Number per area, in the order in which they became public."""
    Initiative = apps.get_model("initiatives", "Initiative")
    Numbering = apps.get_model("initiatives", "Numbering")
    public = Initiative.objects.filter(submitted_at__isnull=False).order_by("submitted_at", "pk")
    last: dict[int, int] = {}
    letters: dict[int, str] = {}
    taken: set[str] = set()
    rows = []
    for key, area, name in public.values_list("pk", "area", "area__name"):
        if area not in letters:
            letters[area] = next(some for some in letters_of(name) if some not in taken)
            taken.add(letters[area])
        last[area] = last.get(area, 0) + 1
        rows.append((f"{letters[area]}-{last[area]}", key))
    with editor.connection.cursor() as cursor:
        cursor.executemany("UPDATE initiatives_initiative SET number = %s WHERE id = %s", rows)
    Numbering.objects.bulk_create(
        (Numbering(area_id=area, letters=some, last=last[area]) for area, some in letters.items()),
        batch_size=500,
    )


class Migration(migrations.Migration):
    dependencies = [("areas", "0002_fold_again"), ("initiatives", "0008_hidden_texts")]

    operations = [
        migrations.CreateModel(
            name="Numbering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "area",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="areas.area",
                    ),
                ),
                ("letters", models.CharField(max_length=3, unique=True)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
            options={"abstract": False},
        ),
        migrations.AddField(
            "initiative",
            "number",
            models.CharField(blank=True, editable=False, max_length=12, null=True, unique=True),
        ),
        migrations.RunPython(give_numbers, migrations.RunPython.noop),
        migrations.AddConstraint(
            "initiative",
            models.CheckConstraint(
                condition=models.Q(("submitted_at", None), ("number__isnull", False), _connector="OR"),
                name="initiative_public_has_number",
            ),
        ),
    ]
