from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("intake", "0002_one_field_for_the_verbinder")]

    operations = [
        migrations.RemoveConstraint(model_name="case", name="no_box_has_broker"),
        migrations.RemoveField(model_name="case", name="broker"),
    ]
