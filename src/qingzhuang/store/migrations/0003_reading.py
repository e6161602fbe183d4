"""What reading a document gave."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [("ledger", "0002_guard")]

    operations = [
        migrations.CreateModel(
            name="ReadingRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("program", models.CharField(max_length=64)),
                ("stated", models.DateField(null=True)),
                ("rows", models.IntegerField()),
                ("said", models.IntegerField()),
                ("problems", models.TextField()),
                ("recorded_at", models.DateTimeField()),
                (
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="readings",
                        to="ledger.documentrow",
                    ),
                ),
            ],
            options={"db_table": "ledger_reading"},
        ),
    ]
