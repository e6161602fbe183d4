"""Which sheets were put in, and what holds no more because one was taken back."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

import qingzhuang.store.sealing.fields
from qingzhuang.store.guard import guard


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Two tables, one of them guarded, and one more way in which a fact ends."""

    dependencies = [("ledger", "0018_places_by_unit")]
    operations = [
        migrations.CreateModel(
            name="ImportRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorder", qingzhuang.store.sealing.fields.MarkedField()),
                ("recorded_at", models.DateTimeField()),
                ("facts", models.IntegerField()),
                ("changed", models.IntegerField()),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="imports",
                        to="ledger.documentrow",
                    ),
                ),
            ],
            options={"db_table": "ledger_import"},
        ),
        migrations.CreateModel(
            name="ReopenedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recorded_at", models.DateTimeField()),
                (
                    "withdrawal",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reopened",
                        to="ledger.withdrawalrow",
                    ),
                ),
                (
                    "undone",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reopened",
                        to="ledger.importrow",
                    ),
                ),
            ],
            options={"db_table": "ledger_reopened"},
        ),
        migrations.AlterField(
            model_name="withdrawalrow",
            name="kind",
            field=models.CharField(
                choices=[
                    ("corrected", "Corrected"),
                    ("withdrawn", "Withdrawn"),
                    ("settled", "Settled"),
                    ("retracted", "Retracted"),
                ],
                max_length=10,
            ),
        ),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
