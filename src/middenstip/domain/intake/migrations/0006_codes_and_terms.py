"""Every case gets a code for its status page; what is open gets a term that begins now, so nothing is late."""

from django.db import migrations, models
from django.utils import timezone

import middenstip.kernel.ids
from middenstip.kernel import term

USUAL = 20


def fill(apps, schema_editor):
    case = apps.get_model("intake", "Case")
    today = timezone.localdate()
    due = term.after_working_days(today, USUAL)
    bell, _kind = term.next_bell(today, due)
    for key in case.objects.filter(code=None).values_list("pk", flat=True).iterator():
        case.objects.filter(pk=key).update(code=middenstip.kernel.ids.new_id())
    waits = case.objects.filter(state__in=["new", "in_hand", "started"], bell_on=None)
    waits.update(term_from=today, due_on=due, bell_on=bell)


class Migration(migrations.Migration):
    dependencies = [("intake", "0005_terms_and_referrals")]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="case",
            name="code",
            field=models.CharField(
                default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True
            ),
        ),
    ]
