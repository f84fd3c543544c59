import django.db.models.deletion
import middenstip.kernel.ids
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("agreements", "0002_hidden_texts"), ("projects", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="Link",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(choices=[("wacht", "Wij wachten op dit project"), ("koppel", "We doen iets samen (koppelkans)")], max_length=6, verbose_name="hoe")),
                ("reason", models.CharField(max_length=200, verbose_name="waarom")),
                ("at", models.DateTimeField()),
                ("other", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="linked", to="projects.project")),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="links", to="projects.project")),
            ],
            options={
                "verbose_name": "verband",
                "constraints": [
                    models.UniqueConstraint(fields=("project", "other", "kind"), name="link_once"),
                    models.CheckConstraint(condition=models.Q(("project", models.F("other")), _negated=True), name="link_between_two"),
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="link_has_reason"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Value",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("public_id", models.CharField(default=middenstip.kernel.ids.new_id, editable=False, max_length=10, unique=True)),
                ("activity", models.CharField(max_length=120, verbose_name="wat jullie doen")),
                ("worth", models.CharField(max_length=200, verbose_name="wat het waard is")),
                ("half", models.CharField(choices=[("bewoners", "Bewoners"), ("overheid", "Overheid"), ("ondernemers", "Ondernemers")], max_length=12, verbose_name="voor wie")),
                ("proof", models.CharField(blank=True, max_length=400, verbose_name="bewijs")),
                ("brings", models.CharField(blank=True, max_length=200, verbose_name="wat die ervoor brengt")),
                ("agreement", models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="agreements.agreement")),
                ("project", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="values", to="projects.project")),
            ],
            options={
                "verbose_name": "waarde",
                "verbose_name_plural": "waarden",
                "indexes": [models.Index(fields=["project", "id"], name="value_of_project")],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(models.Q(("activity", ""), _negated=True), models.Q(("worth", ""), _negated=True)), name="value_says_what"),
                ],
            },
        ),
        migrations.AddField(
            model_name="application",
            name="rung_for",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="application",
            name="rung_weeks",
            field=models.PositiveSmallIntegerField(blank=True, null=True),
        ),
        migrations.AlterField(
            model_name="application",
            name="outcome",
            field=models.CharField(choices=[("gepland", "van plan"), ("gevraagd", "aangevraagd"), ("toegekend", "toegekend"), ("afgewezen", "afgewezen"), ("af", "gaat niet door")], default="gepland", max_length=9, verbose_name="uitkomst"),
        ),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(condition=models.Q(("outcome", "gepland")), fields=["scheme"], name="application_planned"),
        ),
    ]
