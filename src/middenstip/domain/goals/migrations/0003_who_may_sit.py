"""Add chairs that are asked for, motions, and invitations that end. Open invitations get fourteen days."""

import datetime
import django.db.models.deletion
import middenstip.kernel.ids
from django.conf import settings
from django.db import migrations, models
from django.utils import timezone


def take_over(apps, schema_editor):
    until = timezone.now() + datetime.timedelta(days=14)
    for invitation in apps.get_model("goals", "Invitation").objects.all():
        invitation.public_id, invitation.until = middenstip.kernel.ids.new_id(), until
        invitation.save(update_fields=["public_id", "until"])
    goals = apps.get_model("goals", "Goal").objects
    for kind in ("buurt", "wijk"):
        goals.filter(area__kind=kind).update(reach=kind)
    goals.filter(area__kind="eigen").update(reach="wijk")


class Migration(migrations.Migration):

    dependencies = [
        ('goals', '0002_goal_revealed_at'),
        ('parties', '0006_seat_confirmed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Consent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Link',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('token', models.CharField(max_length=40, unique=True)),
                ('address', models.EmailField(blank=True, max_length=254, verbose_name='e-mailadres')),
                ('is_mail', models.BooleanField(default=False)),
                ('mailed_at', models.DateTimeField(blank=True, null=True)),
                ('most', models.PositiveSmallIntegerField(default=1, verbose_name='hoeveel mensen')),
                ('used', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('open', 'geldig'), ('full', 'opgebruikt'), ('not_for_me', 'afgewezen'), ('withdrawn', 'ingetrokken'), ('lapsed', 'verlopen')], default='open', max_length=10)),
                ('word', models.CharField(blank=True, max_length=300, verbose_name='een woord erbij')),
                ('at', models.DateTimeField()),
                ('until', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='Motion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('act', models.CharField(choices=[('stop', 'de tafel stoppen'), ('send_away', 'een stoel wegsturen')], max_length=10)),
                ('reason', models.CharField(max_length=300, verbose_name='waarom')),
                ('state', models.CharField(choices=[('pending', 'wacht op een ja van elke helft'), ('carried', 'aangenomen'), ('refused', 'afgewezen'), ('withdrawn', 'ingetrokken'), ('lapsed', 'verlopen'), ('undone', 'teruggedraaid')], default='pending', max_length=10)),
                ('goal_state', models.CharField(blank=True, max_length=10)),
                ('at', models.DateTimeField()),
                ('until', models.DateTimeField()),
                ('carried_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Request',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('word', models.CharField(blank=True, max_length=300, verbose_name='waarom wil je aanschuiven')),
                ('state', models.CharField(choices=[('asked', 'gevraagd'), ('let_in', 'binnengelaten'), ('not_now', 'niet nu'), ('withdrawn', 'ingetrokken'), ('lapsed', 'verlopen')], default='asked', max_length=10)),
                ('reply', models.CharField(blank=True, max_length=300, verbose_name='waarom niet nu')),
                ('at', models.DateTimeField()),
                ('due_on', models.DateField()),
                ('answered_at', models.DateTimeField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name='Use',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.RemoveConstraint(
            model_name='invitation',
            name='invited_once',
        ),
        migrations.AddField(
            model_name='goal',
            name='reach',
            field=models.CharField(choices=[('buurt', 'deze buurt'), ('wijk', 'deze wijk'), ('gemeente', 'de hele gemeente')], default='gemeente', max_length=10, verbose_name='voor wie'),
        ),
        migrations.AddField(
            model_name='invitation',
            name='answered_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="invitation",
            name="public_id",
            field=models.CharField(max_length=10, null=True, editable=False),
        ),
        migrations.AddField(
            model_name='invitation',
            name='state',
            field=models.CharField(choices=[('sent', 'uitgenodigd'), ('accepted', 'aangeschoven'), ('not_now', 'niet nu'), ('not_for_me', 'niet voor mij'), ('withdrawn', 'ingetrokken'), ('lapsed', 'verlopen')], default='sent', max_length=10),
        ),
        migrations.AddField(
            model_name="invitation",
            name="until",
            field=models.DateTimeField(null=True),
        ),
        migrations.RunPython(take_over, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="invitation",
            name="public_id",
            field=models.CharField(
                default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True
            ),
        ),
        migrations.AlterField(
            model_name="invitation",
            name="until",
            field=models.DateTimeField(),
        ),
        migrations.AddField(
            model_name='invitation',
            name='word',
            field=models.CharField(blank=True, max_length=300, verbose_name='een woord erbij'),
        ),
        migrations.AddConstraint(
            model_name='invitation',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'sent')), fields=('goal', 'seat'), name='invited_once'),
        ),
        migrations.AddField(
            model_name='consent',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.seat'),
        ),
        migrations.AddField(
            model_name='link',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.seat'),
        ),
        migrations.AddField(
            model_name='link',
            name='goal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='links', to='goals.goal'),
        ),
        migrations.AddField(
            model_name='motion',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.seat'),
        ),
        migrations.AddField(
            model_name='motion',
            name='chair',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='motions', to='goals.chair'),
        ),
        migrations.AddField(
            model_name='motion',
            name='goal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='motions', to='goals.goal'),
        ),
        migrations.AddField(
            model_name='consent',
            name='motion',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='consents', to='goals.motion'),
        ),
        migrations.AddField(
            model_name='request',
            name='goal',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requests', to='goals.goal'),
        ),
        migrations.AddField(
            model_name='request',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='request',
            name='seat',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='parties.seat'),
        ),
        migrations.AddField(
            model_name='use',
            name='link',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='goals.link'),
        ),
        migrations.AddField(
            model_name='use',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddConstraint(
            model_name='link',
            constraint=models.CheckConstraint(condition=models.Q(('used__lte', models.F('most'))), name='link_has_a_maximum'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='motion_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.UniqueConstraint(condition=models.Q(('chair', None), ('state', 'pending')), fields=('goal', 'act'), name='one_motion_to_stop'),
        ),
        migrations.AddConstraint(
            model_name='motion',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'pending')), fields=('goal', 'chair'), name='one_motion_per_chair'),
        ),
        migrations.AddConstraint(
            model_name='consent',
            constraint=models.UniqueConstraint(fields=('motion', 'seat'), name='consents_once'),
        ),
        migrations.AddConstraint(
            model_name='request',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'asked')), fields=('goal', 'seat'), name='asks_once'),
        ),
        migrations.AddConstraint(
            model_name='use',
            constraint=models.UniqueConstraint(fields=('link', 'person'), name='link_used_once'),
        ),
    ]
