"""Units, accounts and seats; demands and what posts do with them; the trail of who did what."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Make the tables and guard the trail."""

    dependencies = [
        ("ledger", "0003_reading"),
    ]

    operations = [
        migrations.CreateModel(
            name="Account",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=60, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("is_active", models.BooleanField(default=True)),
            ],
            options={
                "db_table": "org_account",
            },
        ),
        migrations.CreateModel(
            name="DemandRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("file", models.CharField(max_length=200)),
                ("blob", models.CharField(max_length=64)),
                (
                    "stage",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("submitted", "submitted"),
                            ("admitted", "admitted"),
                            ("returned", "returned"),
                            ("unadmitted", "unadmitted"),
                            ("ended", "ended"),
                        ],
                        max_length=10,
                    ),
                ),
                ("number", models.CharField(blank=True, db_index=True, max_length=60)),
                ("purpose", models.TextField(blank=True)),
                ("basis", models.TextField(blank=True)),
                ("used_for", models.TextField(blank=True)),
                ("times_per_year", models.FloatField(default=1.0)),
                ("deadline", models.DateTimeField(null=True)),
                ("expires_on", models.DateField(null=True)),
                ("made_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decision", models.TextField(blank=True)),
                ("columns", models.IntegerField(default=0)),
                ("known", models.IntegerField(default=0)),
                ("findings", models.IntegerField(default=0)),
                ("before", models.FloatField(default=0.0)),
                ("after", models.FloatField(default=0.0)),
            ],
            options={
                "db_table": "work_demand",
            },
        ),
        migrations.CreateModel(
            name="TrailRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("actor", models.BigIntegerField()),
                ("seat", models.BigIntegerField(default=0)),
                ("act", models.CharField(max_length=20)),
                ("thing", models.CharField(max_length=300)),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("detail", models.TextField(blank=True)),
                ("previous", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64, unique=True)),
            ],
            options={
                "db_table": "audit_trail",
                "indexes": [models.Index(fields=["thing"], name="audit_trail_thing")],
            },
        ),
        migrations.CreateModel(
            name="UnitRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("county", "county"),
                            ("township", "township"),
                            ("village", "village"),
                            ("office", "office"),
                        ],
                        max_length=12,
                    ),
                ),
                ("code", models.CharField(blank=True, max_length=20)),
                ("path", models.CharField(db_index=True, max_length=300)),
                ("order", models.IntegerField(default=0)),
                (
                    "parent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "org_unit",
            },
        ),
        migrations.CreateModel(
            name="TaskRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "said",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("handed", "handed"),
                            ("not_ours", "not_ours"),
                            ("reported", "reported"),
                            ("none", "none"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("cells", models.IntegerField(default=0)),
                ("filled", models.IntegerField(default=0)),
                ("questions", models.IntegerField(default=0)),
                ("before", models.FloatField(default=0.0)),
                ("after", models.FloatField(default=0.0)),
                ("planned_at", models.DateTimeField(null=True)),
                ("ledger", models.BigIntegerField(default=-1)),
                ("answered_at", models.DateTimeField(null=True)),
                ("receipt", models.CharField(blank=True, max_length=40)),
                ("blob", models.CharField(blank=True, max_length=64)),
                (
                    "demand",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="ledger.demandrow",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="tasks", to="ledger.unitrow"
                    ),
                ),
            ],
            options={
                "db_table": "work_task",
            },
        ),
        migrations.CreateModel(
            name="SeatRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "role",
                    models.CharField(
                        choices=[
                            ("post", "post"),
                            ("issuer", "issuer"),
                            ("overseer", "overseer"),
                            ("admin", "admin"),
                        ],
                        max_length=10,
                    ),
                ),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="ledger.account"
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seats", to="ledger.unitrow"
                    ),
                ),
            ],
            options={
                "db_table": "org_seat",
            },
        ),
        migrations.AddField(
            model_name="demandrow",
            name="issuer",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="demands", to="ledger.unitrow"
            ),
        ),
        migrations.AddConstraint(
            model_name="unitrow",
            constraint=models.UniqueConstraint(fields=("parent", "name"), name="org_unit_once"),
        ),
        migrations.AddIndex(
            model_name="taskrow",
            index=models.Index(fields=["unit", "said"], name="work_task_unit"),
        ),
        migrations.AddConstraint(
            model_name="taskrow",
            constraint=models.UniqueConstraint(fields=("demand", "unit"), name="work_task_once"),
        ),
        migrations.AddIndex(
            model_name="demandrow",
            index=models.Index(fields=["issuer", "stage"], name="work_demand_issuer"),
        ),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
