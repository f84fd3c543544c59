"""From here on the database refuses a person with an address that was not proven."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("parties", "0003_pending"),
        ("initiatives", "0005_strangers_become_pending"),
    ]

    operations = [
        migrations.AddConstraint(
            model_name="person",
            constraint=models.CheckConstraint(
                condition=models.Q(("email", None), ("proven_at__isnull", False), _connector="OR"),
                name="address_is_proven",
            ),
        ),
    ]
