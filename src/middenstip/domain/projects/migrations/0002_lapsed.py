"""What lapsed was kept as taken back; the journal knows which it was."""

from typing import Any

from django.db import migrations, models


def tell_apart(apps: Any, schema_editor: Any) -> None:
    """Two states where there was one."""
    facts = apps.get_model("journal", "Entry").objects.filter(kind="agreement.withdrawn", data__lapsed=True)
    apps.get_model("projects", "Agreement").objects.filter(
        state="withdrawn", public_id__in=facts.values("subject")
    ).update(state="lapsed")


def put_together(apps: Any, schema_editor: Any) -> None:
    """The way back."""
    apps.get_model("projects", "Agreement").objects.filter(state="lapsed").update(state="withdrawn")


class Migration(migrations.Migration):
    dependencies = [("projects", "0001_initial"), ("journal", "0001_initial")]

    operations = [
        migrations.AlterField(
            model_name="agreement",
            name="state",
            field=models.CharField(
                choices=[
                    ("proposed", "wacht op handtekeningen"),
                    ("open", "loopt"),
                    ("done", "gedaan"),
                    ("not_met", "niet gehaald"),
                    ("withdrawn", "ingetrokken"),
                    ("lapsed", "vervallen"),
                ],
                default="proposed",
                max_length=10,
            ),
        ),
        migrations.RunPython(tell_apart, put_together),
    ]
