"""The names that a provider gives to people, bound to their accounts."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    """Make the table."""

    dependencies = [
        ("ledger", "0009_ledger_room"),
    ]

    operations = [
        migrations.CreateModel(
            name="IdentityRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("issuer", models.CharField(max_length=300)),
                ("value", models.CharField(max_length=255)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="identities",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "db_table": "org_identity",
                "constraints": [
                    models.UniqueConstraint(fields=("issuer", "value"), name="org_identity_once")
                ],
            },
        ),
    ]
