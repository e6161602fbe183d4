"""What the gate finds in a draft, kept with its demand; what its personal data is for."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table and the column."""

    dependencies = [
        ("ledger", "0006_desk"),
    ]

    operations = [
        migrations.AddField(
            model_name="demandrow",
            name="personal_purpose",
            field=models.TextField(blank=True),
        ),
        migrations.CreateModel(
            name="CheckRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("content", models.TextField()),
                ("asks", models.TextField(blank=True)),
                ("reasons", models.TextField(default="{}")),
                ("checked_at", models.DateTimeField()),
                (
                    "demand",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="check_row",
                        to="ledger.demandrow",
                    ),
                ),
            ],
            options={
                "db_table": "work_check",
            },
        ),
    ]
