import django.db.models.deletion
import middenstip.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('areas', '0002_fold_again'),
        ('deliberation', '0004_paper_and_covenants'),
        ('goals', '0004_hidden_texts'),
        ('parties', '0011_handover'),
    ]

    operations = [
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('hidden', models.JSONField(editable=False, null=True)),
                ('question', models.CharField(max_length=200, verbose_name='de vraag')),
                ('text', models.TextField(max_length=1500, verbose_name='het plan')),
                ('members', models.JSONField()),
                ('places', models.JSONField()),
                ('state', models.CharField(choices=[('open', 'open'), ('closed', 'gesloten')], default='open', max_length=8)),
                ('opened_at', models.DateTimeField()),
                ('closes_at', models.DateTimeField(db_index=True, verbose_name='sluit op')),
                ('left_out', models.PositiveIntegerField(default=0)),
                ('area', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='areas.area')),
                ('goal', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supports', to='goals.goal')),
                ('opened_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
            ],
            options={
                'verbose_name': 'draagvlak',
                'verbose_name_plural': 'draagvlak',
                'constraints': [
                    models.CheckConstraint(condition=models.Q(models.Q(('question', ''), _negated=True), models.Q(('text', ''), _negated=True)), name='support_asks_something'),
                    models.UniqueConstraint(condition=models.Q(('state', 'open')), fields=('goal',), name='one_open_support'),
                ],
            },
        ),
        migrations.CreateModel(
            name='Pile',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField(verbose_name='nummer van de stapel')),
                ('half', models.CharField(choices=[('bewoners', 'Bewoners'), ('overheid', 'Overheid'), ('ondernemers', 'Ondernemers')], max_length=12)),
                ('place', models.CharField(max_length=20)),
                ('backs', models.PositiveIntegerField(verbose_name='steun')),
                ('conditional', models.PositiveIntegerField(verbose_name='steun onder voorwaarde')),
                ('against', models.PositiveIntegerField(verbose_name='tegen')),
                ('words', models.TextField(blank=True, max_length=3000)),
                ('at', models.DateTimeField()),
                ('first_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
                ('second_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='piles', to='deliberation.support')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('support', 'number'), name='pile_numbered')],
            },
        ),
        migrations.CreateModel(
            name='Backing',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('hidden', models.JSONField(editable=False, null=True)),
                ('half', models.CharField(choices=[('bewoners', 'Bewoners'), ('overheid', 'Overheid'), ('ondernemers', 'Ondernemers')], max_length=12)),
                ('place', models.CharField(max_length=20)),
                ('choice', models.CharField(choices=[('backs', 'steun'), ('condition', 'steun onder voorwaarde'), ('against', 'tegen')], max_length=9)),
                ('words', models.CharField(blank=True, max_length=300, verbose_name='voorwaarde of reden')),
                ('at', models.DateTimeField()),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
                ('support', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='backings', to='deliberation.support')),
            ],
            options={
                'verbose_name': 'antwoord op draagvlak',
                'constraints': [
                    models.UniqueConstraint(fields=('support', 'seat'), name='backed_once'),
                    models.CheckConstraint(condition=models.Q(('choice', 'condition'), ('words', ''), _negated=True), name='condition_has_words'),
                ],
            },
        ),
    ]
