"""Work beside the pages."""

from django.db import migrations, models

from qingzhuang.store.sealing.fields import SealedField


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [
        ("ledger", "0013_machines"),
    ]

    operations = [
        migrations.CreateModel(
            name="JobRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.CharField(max_length=20)),
                ("about", models.CharField(max_length=500)),
                ("state", models.CharField(max_length=10)),
                ("done", models.IntegerField(default=0)),
                ("total", models.IntegerField(default=0)),
                ("tries", models.IntegerField(default=0)),
                ("told", SealedField(blank=True, default="")),
                ("result", SealedField(blank=True, default="")),
                ("asked_at", models.DateTimeField()),
                ("beat_at", models.DateTimeField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "db_table": "work_job",
                "indexes": [
                    models.Index(fields=["state", "id"], name="work_job_state"),
                    models.Index(fields=["kind", "about"], name="work_job_about"),
                ],
            },
        ),
    ]
