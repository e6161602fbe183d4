"""What a post leaves for the next meeting."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [
        ("ledger", "0008_board_and_admin"),
    ]

    operations = [
        migrations.CreateModel(
            name="LaterRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("element", models.CharField(max_length=300)),
                ("recorder", models.CharField(max_length=100)),
                ("recorded_at", models.DateTimeField()),
                (
                    "subject",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="later",
                        to="ledger.subjectrow",
                    ),
                ),
            ],
            options={"db_table": "ledger_later"},
        ),
        migrations.AddConstraint(
            model_name="laterrow",
            constraint=models.UniqueConstraint(fields=("subject", "element"), name="ledger_later_once"),
        ),
    ]
