"""What a post's answer page remembers of a task: how its minutes were counted, whom a card is filled for, what nobody there
knows."""

from django.db import migrations, models


def _words(name: str) -> migrations.AddField:
    return migrations.AddField(
        model_name="taskrow", name=name, field=models.TextField(blank=True, default="")
    )


class Migration(migrations.Migration):
    """Add the columns."""

    dependencies = [
        ("ledger", "0005_decisions"),
    ]

    operations = [_words("how"), _words("about"), _words("unknown")]
