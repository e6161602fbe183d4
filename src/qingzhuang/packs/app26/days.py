"""Two days of the rules on apps: from when they hold, and by when the apps of before had to be filed (six months)."""

from datetime import date

IN_FORCE = date(2026, 1, 25)
OLD_APPS_BY = date(2026, 7, 25)
