"""Create agreements and signatures; rows of a 0.1.0 database, where this app was `projects`, are kept."""

from typing import Any

import django.db.models.deletion
import middenstip.kernel.ids
from django.conf import settings
from django.db import migrations, models


TABLES = {"projects_agreement": "agreements_agreement", "projects_signature": "agreements_signature"}


def take_over(apps: Any, schema_editor: Any) -> None:
    """Rename the tables of 0.1.0, and use the journal to tell lapsed agreements from withdrawn ones."""
    connection = schema_editor.connection
    found = connection.introspection.table_names()
    for old, new in TABLES.items():
        if old in found:
            schema_editor.alter_db_table(None, old, new)
    if "projects_agreement" in found:
        facts = apps.get_model("journal", "Entry").objects.filter(kind="agreement.withdrawn", data__lapsed=True)
        lapsed = list(facts.values_list("subject", flat=True))
        with connection.cursor() as cursor:
            cursor.executemany(
                "UPDATE agreements_agreement SET state = 'lapsed' WHERE state = 'withdrawn' AND public_id = %s",
                [[public_id] for public_id in lapsed],
            )


class CreateUnlessTakenOver(migrations.CreateModel):
    """Create the table, unless the previous operation renamed an existing one."""

    def database_forwards(self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any) -> None:
        table = to_state.apps.get_model(app_label, self.name)._meta.db_table
        if table not in schema_editor.connection.introspection.table_names():
            super().database_forwards(app_label, schema_editor, from_state, to_state)


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('areas', '0001_initial'),
        ('journal', '0001_initial'),
        ('goals', '0001_initial'),
        ('initiatives', '0001_initial'),
        ('parties', '0001_initial'),
        ('parties', '__first__'),
    ]

    operations = [
        migrations.RunPython(take_over, migrations.RunPython.noop),
        CreateUnlessTakenOver(
            name='Agreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('number', models.PositiveIntegerField(default=1, verbose_name='versie')),
                ('what', models.TextField(max_length=1000, verbose_name='wat')),
                ('due_on', models.DateField(verbose_name='uiterlijk')),
                ('conditions', models.TextField(blank=True, max_length=1000, verbose_name='als')),
                ('state', models.CharField(choices=[('proposed', 'wacht op handtekeningen'), ('open', 'loopt'), ('done', 'gedaan'), ('not_met', 'niet gehaald'), ('withdrawn', 'ingetrokken'), ('lapsed', 'vervallen')], default='proposed', max_length=10)),
                ('proposed_at', models.DateTimeField()),
                ('made_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('why_not', models.TextField(blank=True, max_length=1000, verbose_name='waarom niet gehaald')),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.area')),
                ('goal', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='goals.goal')),
                ('initiative', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='initiatives.initiative')),
                ('municipality', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.area')),
                ('promisee', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='receipts', to='parties.seat')),
                ('promisor', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='promises', to='parties.seat')),
                ('proposed_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
            ],
            options={
                'verbose_name': 'afspraak',
                'verbose_name_plural': 'afspraken',
                'indexes': [models.Index(fields=['municipality', 'state', 'due_on'], name='agreement_gemeente'), models.Index(fields=['initiative', 'due_on'], name='agreement_initiative')],
                'constraints': [models.CheckConstraint(condition=models.Q(('what', ''), _negated=True), name='agreement_says_what'), models.CheckConstraint(condition=models.Q(('promisor', models.F('promisee')), _negated=True), name='agreement_between_two'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'not_met'), _negated=True), models.Q(('why_not', ''), _negated=True), _connector='OR'), name='not_met_says_why')],
            },
        ),
        CreateUnlessTakenOver(
            name='Signature',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sentence', models.CharField(blank=True, max_length=300)),
                ('on_paper', models.BooleanField(default=False)),
                ('at', models.DateTimeField(blank=True, null=True)),
                ('agreement', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='signatures', to='agreements.agreement')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='signatures', to='parties.seat')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('agreement', 'seat'), name='signs_once'), models.CheckConstraint(condition=models.Q(models.Q(('at', None), ('sentence', '')), models.Q(('at__isnull', False), models.Q(('sentence', ''), _negated=True)), _connector='OR'), name='signature_has_sentence')],
            },
        ),
    ]
