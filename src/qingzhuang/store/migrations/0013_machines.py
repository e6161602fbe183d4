"""Tokens, calendars, and addresses that are told what happened."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from qingzhuang.store.sealing.fields import SealedField


class Migration(migrations.Migration):
    """Make the tables."""

    dependencies = [
        ("ledger", "0012_sealed"),
    ]

    operations = [
        migrations.CreateModel(
            name="FeedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                (
                    "unit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="feed", to="ledger.unitrow"
                    ),
                ),
            ],
            options={
                "db_table": "work_feed",
            },
        ),
        migrations.CreateModel(
            name="HookRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("url", SealedField()),
                ("salt", models.CharField(max_length=64)),
                ("made_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="hooks", to="ledger.seatrow"
                    ),
                ),
            ],
            options={
                "db_table": "work_hook",
            },
        ),
        migrations.CreateModel(
            name="TokenRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("label", SealedField()),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("scope", models.CharField(max_length=10)),
                ("made_at", models.DateTimeField()),
                ("expires_on", models.DateField()),
                ("used_on", models.DateField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="made_tokens",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "seat",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tokens",
                        to="ledger.seatrow",
                    ),
                ),
            ],
            options={
                "db_table": "org_token",
            },
        ),
        migrations.CreateModel(
            name="DeliveryRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("message", models.CharField(max_length=60, unique=True)),
                ("body", SealedField()),
                ("made_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(null=True)),
                ("tries", models.IntegerField(default=0)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("outcome", models.CharField(blank=True, max_length=200)),
                (
                    "hook",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deliveries",
                        to="ledger.hookrow",
                    ),
                ),
            ],
            options={
                "db_table": "work_delivery",
                "indexes": [models.Index(fields=["due_at"], name="work_delivery_due")],
            },
        ),
    ]
