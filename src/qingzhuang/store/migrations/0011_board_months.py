"""Months as they were known, only ever added."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Make the table and guard it."""

    dependencies = [
        ("ledger", "0010_identity"),
    ]

    operations = [
        migrations.CreateModel(
            name="MonthRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("at", models.DateTimeField()),
                ("content", models.TextField()),
                ("before", models.FloatField()),
                ("after", models.FloatField()),
                (
                    "unit",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="months",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "board_month",
                "indexes": [models.Index(fields=["unit", "day"], name="board_month_unit")],
            },
        ),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
