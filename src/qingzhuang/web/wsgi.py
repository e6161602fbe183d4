"""What the server loads, and what it reads before the first visitor comes."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.web.settings")
application = get_wsgi_application()

from qingzhuang.web import ahead  # noqa: E402 - after the settings are read

ahead.begin()
