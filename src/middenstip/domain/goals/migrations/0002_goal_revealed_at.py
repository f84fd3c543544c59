"""Add the moment the letters were revealed; older tables get the time of their last change as an estimate."""

from django.db import migrations, models
from django.db.models import F, Q


def remember(apps, schema_editor):
    goals = apps.get_model("goals", "Goal").objects
    past = Q(number__gt=0) | Q(state__in=["revealed", "proposed", "shared", "finished"])
    goals.filter(past).update(revealed_at=F("changed_at"))


class Migration(migrations.Migration):
    dependencies = [("goals", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="goal",
            name="revealed_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.RunPython(remember, migrations.RunPython.noop),
    ]
