"""The tables, as makemigrations wrote them."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the tables."""

    initial = True

    dependencies = []

    operations = [
        migrations.CreateModel(
            name="DocumentRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("file", models.CharField(max_length=300)),
                ("sha256", models.CharField(max_length=64)),
                ("lineage", models.CharField(max_length=600)),
                ("as_of", models.DateField()),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "db_table": "ledger_document",
                "indexes": [models.Index(fields=["lineage", "as_of"], name="ledger_document_lineage")],
                "constraints": [
                    models.UniqueConstraint(fields=("sha256", "as_of"), name="ledger_document_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="SubjectRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("person", "person"),
                            ("household", "household"),
                            ("place", "place"),
                            ("organisation", "organisation"),
                            ("event", "event"),
                        ],
                        max_length=16,
                    ),
                ),
                ("key", models.CharField(max_length=300)),
                ("name", models.CharField(blank=True, max_length=200)),
            ],
            options={
                "db_table": "ledger_subject",
                "indexes": [models.Index(fields=["name"], name="ledger_subject_name")],
                "constraints": [models.UniqueConstraint(fields=("kind", "key"), name="ledger_subject_once")],
            },
        ),
        migrations.CreateModel(
            name="SameRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("same", models.BooleanField(default=True)),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
                (
                    "alias",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="same_as",
                        to="ledger.subjectrow",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aliases",
                        to="ledger.subjectrow",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_same",
            },
        ),
        migrations.CreateModel(
            name="FactRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element", models.CharField(max_length=300)),
                ("kind", models.CharField(max_length=8)),
                ("value", models.TextField()),
                ("raw", models.TextField(blank=True)),
                ("as_of", models.DateField()),
                ("valid_until", models.DateField(null=True)),
                ("lineage", models.CharField(max_length=600)),
                ("place", models.CharField(blank=True, max_length=100)),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="ledger.documentrow",
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="facts",
                        to="ledger.subjectrow",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_fact",
            },
        ),
        migrations.CreateModel(
            name="WithdrawalRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("corrected", "Corrected"),
                            ("withdrawn", "Withdrawn"),
                            ("settled", "Settled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaces",
                        to="ledger.factrow",
                    ),
                ),
                (
                    "fact",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="withdrawals",
                        to="ledger.factrow",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_withdrawal",
            },
        ),
        migrations.AddIndex(
            model_name="factrow",
            index=models.Index(fields=["subject", "element", "as_of"], name="ledger_fact_subject"),
        ),
        migrations.AddIndex(
            model_name="factrow",
            index=models.Index(fields=["lineage", "as_of"], name="ledger_fact_lineage"),
        ),
    ]
