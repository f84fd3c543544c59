"""What waits for the code of an address that was not proven."""

import django.db.models.deletion
import middenstip.kernel.ids
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('parties', '0002_organisation_folded'),
    ]

    operations = [
        migrations.CreateModel(
            name='LoginCode',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('login', models.CharField(db_index=True, max_length=64)),
                ('digest', models.CharField(max_length=64)),
                ('until', models.DateTimeField(db_index=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PendingAddress',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('email', models.EmailField(max_length=254, unique=True)),
                ('until', models.DateTimeField(db_index=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='PendingClaim',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('public_id', models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ('visitor', models.CharField(max_length=64)),
                ('key', models.CharField(max_length=64)),
                ('email', models.EmailField(db_index=True, max_length=254)),
                ('name', models.CharField(max_length=80)),
                ('told', models.JSONField(default=dict)),
                ('until', models.DateTimeField(db_index=True)),
            ],options={"constraints": [models.UniqueConstraint(fields=('visitor', 'key'), name='one_claim_a_form')],},),
        migrations.AddField(
            model_name='person',
            name='proven_at',
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name='pendingaddress',
            name='person',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pending_address', to=settings.AUTH_USER_MODEL),
        ),
        
    ]
