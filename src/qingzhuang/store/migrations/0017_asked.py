"""What each form asked when it was last planned, for all processes."""

import django.db.models.deletion
from django.db import migrations, models

from qingzhuang.store.sealing.fields import SealedField


class Migration(migrations.Migration):
    """One table beside the tasks."""

    dependencies = [("ledger", "0016_rights")]
    operations = [
        migrations.CreateModel(
            name="AskedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("planned_at", models.DateTimeField()),
                ("said", SealedField()),
                (
                    "task",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="ledger.taskrow"
                    ),
                ),
            ],
            options={"db_table": "work_asked"},
        ),
    ]
