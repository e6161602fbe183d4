"""The only clock: China's time, wherever the machine thinks it stands, as the ledger counts."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

CHINA = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """The moment, with its time zone."""
    return datetime.now(CHINA)


def today() -> date:
    """The day that it is in China."""
    return now().date()
