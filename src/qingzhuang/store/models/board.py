"""What the board keeps: checks of registers, tip-offs of nobody in particular, months as they were known."""

from django.db import models

from qingzhuang.store.models.unit import UnitRow
from qingzhuang.store.sealing.fields import SealedField


class RunRow(models.Model):
    """One check of a register, for the office `unit`. `kinds` says what was listed, how many of each (JSON); `findings`
    what was found (JSON, personal data masked). The file itself is not kept."""

    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="runs")
    at = models.DateTimeField()
    file = SealedField()
    kinds = models.TextField()
    findings = SealedField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "board_run"

    def __str__(self) -> str:
        return self.file


class ClueRow(models.Model):
    """One tip-off for the top unit `unit`: only the day, its kind A–I, the rules it meets (JSON), its words masked."""

    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="clues")
    day = models.DateField()
    category = models.CharField(max_length=1)
    codes = models.TextField()
    text = SealedField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "board_clue"
        indexes = [models.Index(fields=["unit", "category"], name="board_clue_category")]

    def __str__(self) -> str:
        return self.category


class MonthRow(models.Model):
    """The minutes of the units below `unit` as they were known on a day: `content` is all that they follow from (JSON),
    `before` and `after` what was reckoned then. Only ever added; of several in a month the last one counts."""

    unit = models.ForeignKey(UnitRow, on_delete=models.PROTECT, related_name="months")
    day = models.DateField()
    at = models.DateTimeField()
    content = SealedField()
    before = models.FloatField()
    after = models.FloatField()

    class Meta:  # noqa: D106 - Django's own
        db_table = "board_month"
        indexes = [models.Index(fields=["unit", "day"], name="board_month_unit")]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.day}"
