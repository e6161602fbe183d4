"""What a post's answer page remembers of a task: how its minutes were counted, and what nobody there knows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """Add the two columns."""

    dependencies = [
        ("ledger", "0005_decisions"),
    ]

    operations = [
        migrations.AddField(model_name="taskrow", name="how", field=models.TextField(blank=True, default="")),
        migrations.AddField(
            model_name="taskrow", name="unknown", field=models.TextField(blank=True, default="")
        ),
    ]
