"""How a county reads its forms, as somebody said."""

import django.db.models.deletion
from django.db import migrations, models

import qingzhuang.store.sealing.fields


class Migration(migrations.Migration):
    """One table."""

    dependencies = [
        ("ledger", "0020_imports"),
    ]

    operations = [
        migrations.CreateModel(
            name="TaughtRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fingerprint", models.CharField(max_length=64)),
                ("content", qingzhuang.store.sealing.fields.SealedField()),
                ("taught_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "top",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lessons",
                        to="ledger.unitrow",
                    ),
                ),
            ],
            options={
                "db_table": "form_taught",
            },
        ),
    ]
