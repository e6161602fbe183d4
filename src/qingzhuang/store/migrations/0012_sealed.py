"""What is personal is sealed in the database: the columns that hold sealed text, and which keys they are sealed with. The
text itself is sealed when the ledger is opened next (store/sealing), row by row, so that it can be taken up again."""

from typing import Any

from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard
from qingzhuang.store.sealing.fields import MarkedField, SealedField, ToldField

_SEALED: dict[str, dict[str, dict[str, Any]]] = {
    "account": {"name": {}},
    "checkrow": {"content": {}, "reasons": {"default": "{}"}},
    "cluerow": {"text": {}},
    "decisionrow": {"reason": {}},
    "demandrow": {"file": {}, "title": {}},
    "monthrow": {"content": {}},
    "readingrow": {"problems": {}},
    "runrow": {"file": {}, "findings": {}},
    "subjectrow": {"name": {"blank": True}},
    "taskrow": {"reason": {"blank": True}, "unknown": {"blank": True, "default": ""}},
    "trailrow": {"detail": {"blank": True}, "purpose": {"blank": True}, "thing": {}},
    "withdrawalrow": {"reason": {"blank": True}},
}
_MARKED = {
    "decisionrow": ("recorder",),
    "documentrow": ("file", "lineage", "recorder"),
    "factrow": ("lineage", "recorder"),
    "identityrow": ("value",),
    "laterrow": ("recorder",),
    "samerow": ("recorder",),
    "subjectrow": ("key",),
    "withdrawalrow": ("recorder",),
}


_FACTS, _SPLIT = "ledger_fact", "\x1f"


def _unguard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    """Let facts be put together for this once."""
    on = f" ON {_FACTS}" if editor.connection.vendor == "postgresql" else ""
    editor.execute(f"DROP TRIGGER IF EXISTS {_FACTS}_no_update{on}")


def _together(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    parts = (f"replace(place, '{_SPLIT}', ' ')", "raw")
    told = "".join(f" || '{_SPLIT}' || {part}" for part in parts)
    editor.execute(f"UPDATE {_FACTS} SET told = told{told}")  # noqa: S608 - names of our own


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Make the table of keys, widen the columns, put the triggers back."""

    dependencies = [("ledger", "0011_board_months")]

    operations = [
        migrations.CreateModel(
            name="KeyRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ident", models.CharField(max_length=6, unique=True)),
                ("since", models.DateTimeField()),
                ("whole", models.BooleanField(default=False)),
                ("given_up", models.BooleanField(default=False)),
            ],
            options={"db_table": "ledger_key"},
        ),
        migrations.RemoveIndex(model_name="subjectrow", name="ledger_subject_name"),
        migrations.RemoveIndex(model_name="trailrow", name="audit_trail_thing"),
        migrations.AddField(model_name="trailrow", name="salt", field=SealedField(blank=True)),
        *(
            migrations.AlterField(model_name=model, name=name, field=SealedField(**options))
            for model, columns in _SEALED.items()
            for name, options in columns.items()
        ),
        *(
            migrations.AlterField(model_name=model, name=name, field=MarkedField())
            for model, names in _MARKED.items()
            for name in names
        ),
        migrations.RunPython(_unguard, migrations.RunPython.noop),
        migrations.RenameField(model_name="factrow", old_name="value", new_name="told"),
        migrations.AlterField(model_name="factrow", name="told", field=ToldField()),
        migrations.RunPython(_together, migrations.RunPython.noop),
        migrations.RemoveField(model_name="factrow", name="raw"),
        migrations.RemoveField(model_name="factrow", name="place"),
        migrations.RunPython(_guard, migrations.RunPython.noop),
    ]
