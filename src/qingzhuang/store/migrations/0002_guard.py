"""Nothing in the ledger can be changed or removed, by whatever way."""

from typing import Any

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from qingzhuang.store.guard import guard


def _guard(_apps: Any, editor: BaseDatabaseSchemaEditor) -> None:
    guard(editor)


class Migration(migrations.Migration):
    """Put the triggers in place."""

    dependencies = [("ledger", "0001_tables")]
    operations = [migrations.RunPython(_guard, migrations.RunPython.noop)]
