"""Django's settings: one SQLite file by default, PostgreSQL by QZ_DATABASE_URL."""

import os
from pathlib import Path
from typing import Any

import dj_database_url
from django.utils.functional import lazy

from qingzhuang import language
from qingzhuang.store.home import LEDGER, home, secret_key


def _database(url: str | None) -> dict[str, Any]:
    """A ledger must not lose what it acknowledged: every commit is synced. Writers queue from their first statement
    (IMMEDIATE), so that none fails half-way for want of the lock."""
    if url:
        return dict(dj_database_url.parse(url, conn_max_age=60))
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": home() / LEDGER,
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
        },
    }


DATABASES = {"default": _database(os.environ.get("QZ_DATABASE_URL"))}
AUTH_USER_MODEL = "ledger.Account"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
INSTALLED_APPS = ["django.contrib.staticfiles", "qingzhuang.store"]
WORKER = False
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "中文"), ("en", "English")]
LOCALE_PATHS = [Path(language.__file__).with_name("locale")]
SECRET_KEY = lazy(secret_key, str)()
STATIC_URL = "static/"
TIME_ZONE = "Asia/Shanghai"
USE_TZ = True
