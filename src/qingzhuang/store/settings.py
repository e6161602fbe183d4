"""Django's settings: one SQLite file by default, PostgreSQL by QZ_DATABASE_URL."""

INSTALLED_APPS: list[str] = []
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
USE_TZ = True
SECRET_KEY = "local"  # noqa: S105
