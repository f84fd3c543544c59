"""Create the tables of the search index, and fill them with the initiatives that are public."""

from django.db import migrations

from middenstip.domain.initiatives import method


def make(apps, schema_editor):
    method.make_tables(schema_editor.connection)
    initiatives = apps.get_model("initiatives", "Initiative").objects.filter(submitted_at__isnull=False)
    for row in initiatives.values_list("pk", "title", "what", "why", "motto").iterator():
        method.keep_words(*row)


def drop(apps, schema_editor):
    method.drop_index(schema_editor.connection)


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]
    operations = [migrations.RunPython(make, drop)]
