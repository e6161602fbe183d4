"""Places by number, the rights of the person concerned, when a demand ended."""

from typing import Any

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard
from qingzhuang.store.sealing.fields import MarkedField


def _ended(apps: Any, _editor: BaseDatabaseSchemaEditor) -> None:
    """What ended before kept that day where its admission had stood; when it was admitted nobody knows any more."""
    rows = apps.get_model("ledger", "DemandRow").objects.filter(stage="ended")
    rows.update(ended_at=models.F("decided_at"), decided_at=None)


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Make the tables, and let the guard know them."""

    dependencies = [
        ("ledger", "0015_review"),
    ]

    operations = [
        migrations.AddField(
            model_name="demandrow",
            name="ended_at",
            field=models.DateTimeField(null=True),
        ),
        migrations.AddField(
            model_name="demandrow",
            name="erased_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="unitrow",
            name="ended_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="unitrow",
            name="into",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="merged",
                to="ledger.unitrow",
            ),
        ),
        migrations.CreateModel(
            name="ErasureRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("thing", models.CharField(db_index=True, max_length=60)),
                ("ground", models.CharField(max_length=20)),
                ("asked_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("agreed", models.BooleanField(default=False)),
                ("counts", models.TextField(default="{}")),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures_asked",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures_settled",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="erasures",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "rights_erasure",
            },
        ),
        migrations.CreateModel(
            name="FormerNameRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("until", models.DateField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="former_names",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "org_former_name",
            },
        ),
        migrations.CreateModel(
            name="NoticeRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("subject", models.BigIntegerField()),
                ("element", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="notices",
                        to="ledger.taskrow",
                    ),
                ),
            ],
            options={
                "db_table": "rights_notice",
            },
        ),
        migrations.CreateModel(
            name="PlacedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorder", MarkedField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placed",
                        to="ledger.subjectrow",
                    ),
                ),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="placed",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "ledger_placed",
            },
        ),
        migrations.CreateModel(
            name="SeenRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="seen", to="ledger.trailrow"
                    ),
                ),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seen",
                        to="ledger.subjectrow",
                    ),
                ),
            ],
            options={
                "db_table": "rights_seen",
            },
        ),
        migrations.CreateModel(
            name="LicenceRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("table", models.CharField(max_length=40)),
                ("row", models.BigIntegerField()),
                (
                    "erasure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="licences",
                        to="ledger.erasurerow",
                    ),
                ),
            ],
            options={
                "db_table": "rights_licence",
                "indexes": [models.Index(fields=["table", "row"], name="rights_licence_row")],
            },
        ),
        migrations.CreateModel(
            name="ReportedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("elements", models.TextField()),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reported",
                        to="ledger.subjectrow",
                    ),
                ),
                (
                    "task",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="reported",
                        to="ledger.taskrow",
                    ),
                ),
            ],
            options={
                "db_table": "rights_reported",
                "constraints": [
                    models.UniqueConstraint(fields=("task", "subject"), name="rights_reported_once")
                ],
            },
        ),
        migrations.RunPython(_ended, migrations.RunPython.noop),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
