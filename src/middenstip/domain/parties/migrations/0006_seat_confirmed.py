"""Add the confirmation of a seat; every seat that exists counts already, so it is taken over as confirmed."""

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone


def take_over(apps, schema_editor):
    apps.get_model("parties", "Seat").objects.update(confirmed_at=timezone.now())


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0005_device'),
    ]

    operations = [
        migrations.AddField(
            model_name='seat',
            name='confirmed_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='seat',
            name='confirmed_by',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='parties.seat'),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
    ]
