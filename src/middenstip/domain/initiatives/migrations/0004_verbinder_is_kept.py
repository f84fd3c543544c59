import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("initiatives", "0003_count_and_filter_an_area"),
        ("parties", "0001_initial"),
    ]

    operations = [
        migrations.AlterField(
            model_name="initiative",
            name="connector",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parties.seat",
            ),
        ),
    ]
