from django.db import migrations, models

from middenstip.kernel.ids import new_id


def give_ids(apps, schema_editor):
    update = apps.get_model("initiatives", "Update")
    for row in update.objects.filter(public_id=None).only("pk").iterator():
        update.objects.filter(pk=row.pk).update(public_id=new_id())


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0005_strangers_become_pending")]

    operations = [
        migrations.AddField(
            model_name="update",
            name="public_id",
            field=models.CharField(editable=False, max_length=10, null=True),
        ),
        migrations.RunPython(give_ids, migrations.RunPython.noop, elidable=True),
        migrations.AlterField(
            model_name="update",
            name="public_id",
            field=models.CharField(default=new_id, editable=False, max_length=10, unique=True),
        ),
    ]
