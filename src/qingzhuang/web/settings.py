"""The web shell's settings: the ledger's, and what pages need. Loopback only: one person, one machine."""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from qingzhuang.store.settings import *  # noqa: F403
from qingzhuang.store.settings import INSTALLED_APPS as STORE_APPS

FOLDER = Path(os.environ.get("QZ_FOLDER", "."))
INSTALLED_APPS = [*STORE_APPS, *(app for app in ("django.contrib.staticfiles",) if app not in STORE_APPS)]
ROOT_URLCONF = "qingzhuang.web.urls"
WSGI_APPLICATION = "qingzhuang.web.wsgi.application"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
DEBUG = False
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).with_name("templates")],
        "OPTIONS": {"builtins": ["django.templatetags.static"]},
    }
]
STATIC_URL = "static/"
STATICFILES_DIRS = [Path(__file__).with_name("static")]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
USE_THOUSAND_SEPARATOR = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "base-uri": [NONE],
        "form-action": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_REFERRER_POLICY = "no-referrer"
