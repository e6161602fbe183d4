"""Two more replies: columns of one form that ask one thing twice, or two things."""

from typing import ClassVar

from django.db import migrations, models

_REPLIES = ("same", "holds", "held", "different", "unknown", "repeated", "apart")


class Migration(migrations.Migration):
    """The choices of a reply."""

    dependencies: ClassVar = [("ledger", "0021_taught")]

    operations: ClassVar = [
        migrations.AlterField(
            model_name="saidrow",
            name="reply",
            field=models.CharField(blank=True, choices=[(each, each) for each in _REPLIES], max_length=10),
        )
    ]
