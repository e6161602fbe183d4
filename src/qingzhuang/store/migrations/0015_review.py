"""What people said of pairs of items, only ever added."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard
from qingzhuang.store.sealing.fields import MarkedField, SealedField


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Make the table and guard it."""

    dependencies = [
        ("ledger", "0014_jobs"),
    ]

    operations = [
        migrations.CreateModel(
            name="SaidRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("a", SealedField(blank=True)),
                ("b", SealedField(blank=True)),
                (
                    "reply",
                    models.CharField(
                        blank=True,
                        choices=[(each, each) for each in ("same", "holds", "held", "different", "unknown")],
                        max_length=10,
                    ),
                ),
                ("recorder", SealedField()),
                ("by", MarkedField()),
                ("source", models.CharField(blank=True, max_length=200)),
                ("said_at", models.DateTimeField()),
                (
                    "undoes",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="undone_by",
                        to="ledger.saidrow",
                    ),
                ),
            ],
            options={"db_table": "match_said"},
        ),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
