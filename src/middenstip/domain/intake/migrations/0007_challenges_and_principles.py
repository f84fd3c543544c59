import django.db.models.deletion
import middenstip.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intake', '0006_codes_and_terms'),
        ('parties', '0011_handover'),
    ]

    operations = [
        migrations.CreateModel(
            name='Challenge',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('term_from', models.DateField(blank=True, editable=False, null=True)),
                ('due_on', models.DateField(blank=True, null=True, verbose_name='uiterlijk')),
                ('bell_on', models.DateField(blank=True, editable=False, null=True)),
                ('state', models.CharField(choices=[('talk', 'voorgesprek'), ('incomplete', 'aanvullen'), ('sent', 'ingediend'), ('assessed', 'in beoordeling'), ('granted', 'toegewezen'), ('partly', 'deels toegewezen'), ('refused', 'afgewezen'), ('agreed', 'overeenkomst'), ('continued', 'gaat door'), ('returned', 'teruggegeven'), ('withdrawn', 'ingetrokken')], default='talk', max_length=10)),
                ('task', models.TextField(blank=True, max_length=1000, verbose_name='welke taak')),
                ('better', models.TextField(blank=True, max_length=2000, verbose_name='hoe beter of goedkoper')),
                ('knowledge', models.TextField(blank=True, max_length=2000, verbose_name='betrokkenheid, kennis en ervaring')),
                ('support', models.TextField(blank=True, max_length=2000, verbose_name='draagvlak')),
                ('costs', models.TextField(blank=True, max_length=2000, verbose_name='raming van de kosten')),
                ('help', models.TextField(blank=True, max_length=2000, verbose_name='hulp die je wilt')),
                ('quality', models.TextField(blank=True, max_length=2000, verbose_name='kwaliteit op langere termijn')),
                ('why', models.TextField(blank=True, max_length=2000, verbose_name='waarom')),
                ('agreement', models.CharField(blank=True, max_length=20)),
                ('opened_at', models.DateTimeField()),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='challenges', to='intake.case')),
            ],
            options={
                'verbose_name': 'uitdaging',
                'verbose_name_plural': 'uitdagingen',
                'indexes': [models.Index(condition=models.Q(('bell_on__isnull', False)), fields=['bell_on'], name='challenge_bell')],
                'constraints': [models.UniqueConstraint(condition=models.Q(('state__in', ('refused', 'continued', 'returned', 'withdrawn')), _negated=True), fields=('case',), name='one_open_challenge_a_case'), models.CheckConstraint(condition=models.Q(models.Q(('state__in', ['granted', 'partly', 'refused']), _negated=True), models.Q(('why', ''), _negated=True), _connector='OR'), name='decided_challenge_says_why')],
            },
        ),
        migrations.CreateModel(
            name='ChallengeTalk',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=2000, verbose_name='hoe gaat het')),
                ('at', models.DateTimeField()),
                ('challenge', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='talks', to='intake.challenge')),
                ('seat', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='challenge_talk_has_text')],
            },
        ),
        migrations.CreateModel(
            name='Principle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('text', models.CharField(max_length=300, verbose_name='principe')),
                ('at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='principles', to='parties.organisation')),
            ],
            options={
                'verbose_name': 'principe',
                'constraints': [models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='principle_has_text')],
            },
        ),
        migrations.CreateModel(
            name='Tailoring',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('rule', models.CharField(max_length=300, verbose_name='welke regel')),
                ('why', models.TextField(max_length=1000, verbose_name='waarom')),
                ('precedent', models.CharField(choices=[('once', 'alleen in deze zaak'), ('example', 'ook in zaken die hierop lijken')], default='once', max_length=8)),
                ('is_kept', models.BooleanField(default=True)),
                ('at', models.DateTimeField()),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='parties.seat')),
                ('case', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tailorings', to='intake.case')),
                ('organisation', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.organisation')),
                ('principle', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tailorings', to='intake.principle')),
            ],
            options={
                'verbose_name': 'maatwerk',
                'indexes': [models.Index(fields=['organisation', '-at', '-id'], name='tailoring_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('rule', ''), _negated=True), models.Q(('why', ''), _negated=True)), name='tailoring_says_why')],
            },
        ),
        migrations.CreateModel(
            name='Bylaw',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200, verbose_name='naam van de verordening')),
                ('source', models.CharField(blank=True, max_length=300, verbose_name='waar die staat')),
                ('excluded', models.TextField(blank=True, max_length=2000, verbose_name='taken die je niet kunt uitdagen')),
                ('organisation', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='bylaw', to='parties.organisation')),
            ],
            options={
                'verbose_name': 'verordening',
                'constraints': [models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='bylaw_has_name')],
            },
        ),
    ]
