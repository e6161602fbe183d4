"""What people decided, and which endings follow from it."""

from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


def _to(model: str) -> dict[str, Any]:
    return {"on_delete": django.db.models.deletion.PROTECT, "to": model}


class Migration(migrations.Migration):
    """Make the table; put its triggers in place."""

    dependencies = [("ledger", "0004_organisation")]

    operations = [
        migrations.CreateModel(
            name="DecisionRow",
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
                            ("settled", "Settled"),
                            ("withdrawn", "Withdrawn"),
                            ("same", "Same"),
                            ("apart", "Apart"),
                            ("undone", "Undone"),
                        ],
                        max_length=10,
                    ),
                ),
                ("element", models.CharField(blank=True, max_length=300)),
                ("reason", models.TextField()),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
                ("fact", models.ForeignKey(null=True, related_name="decided_by", **_to("ledger.factrow"))),
                (
                    "other",
                    models.ForeignKey(null=True, related_name="decided_of", **_to("ledger.subjectrow")),
                ),
                ("subject", models.ForeignKey(related_name="decisions", **_to("ledger.subjectrow"))),
                (
                    "undoes",
                    models.OneToOneField(null=True, related_name="undone_by", **_to("ledger.decisionrow")),
                ),
            ],
            options={"db_table": "ledger_decision"},
        ),
        migrations.AddField(
            model_name="withdrawalrow",
            name="decision",
            field=models.ForeignKey(null=True, related_name="ended", **_to("ledger.decisionrow")),
        ),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
