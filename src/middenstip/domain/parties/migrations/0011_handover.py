import django.db.models.deletion
import middenstip.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0010_follow_mail'),
    ]

    operations = [
        migrations.AlterField(
            model_name='termrule',
            name='kind',
            field=models.CharField(choices=[('case', 'antwoord op een idee'), ('no_box', 'de weg voor wat in geen hokje past'), ('referral', 'antwoord op een doorverwijzing'), ('signal_route', 'een signaal bij de juiste zetel brengen'), ('signal', 'antwoord op een signaal'), ('handover', 'bevestigen wat een ander achterliet'), ('challenge', 'besluit over een uitdaging')], max_length=12, verbose_name='waarvoor'),
        ),
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term_from', models.DateField(blank=True, editable=False, null=True)),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='uiterlijk')),
                ('bell_on', models.DateField(blank=True, editable=False, null=True)),
                ('note', models.TextField(blank=True, max_length=1000, verbose_name='wat je opvolger moet weten')),
                ('at', models.DateTimeField()),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='handovers', to='parties.seat')),
            ],
            options={
                'verbose_name': 'overdracht',
                'verbose_name_plural': 'overdrachten',
                'indexes': [models.Index(condition=models.Q(('bell_on__isnull', False)), fields=['bell_on'], name='handover_bell')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('closed_at', None)), fields=('seat',), name='one_open_handover_a_seat')],
            },
        ),
        migrations.CreateModel(
            name='HandoverLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('noun', models.CharField(max_length=20)),
                ('target', models.CharField(max_length=20)),
                ('shown_on', models.CharField(blank=True, max_length=20)),
                ('name', models.CharField(max_length=200, verbose_name='wat')),
                ('contact', models.CharField(blank=True, max_length=200, verbose_name='voor wie')),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='uiterlijk')),
                ('state', models.CharField(choices=[('waits', 'nog niet bevestigd'), ('confirmed', 'overgenomen'), ('declined', 'kan niet'), ('gone', 'niet meer van deze zetel')], default='waits', max_length=9)),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='waarom niet')),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
                ('handover', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='lines', to='parties.handover')),
            ],
            options={
                'verbose_name': 'regel van een overdracht',
                'verbose_name_plural': 'regels van een overdracht',
                'constraints': [models.UniqueConstraint(fields=('handover', 'noun', 'target'), name='handed_over_once'), models.CheckConstraint(condition=models.Q(models.Q(('state', 'declined'), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='declined_says_why')],
            },
        ),
    ]
