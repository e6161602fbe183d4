"""The web's settings: the ledger's, and what pages need."""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF

from qingzhuang.store.settings import *  # noqa: F403
from qingzhuang.store.settings import INSTALLED_APPS as STORE_APPS
from qingzhuang.web import library
from qingzhuang.web.door.provider import provider

FOLDER = Path(os.environ.get("QZ_FOLDER", "."))
_APPS = (
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django_htmx",
    "axes",
)
INSTALLED_APPS = [*STORE_APPS, *(app for app in _APPS if app not in STORE_APPS)]
EXAMPLE = os.environ.get("QZ_EXAMPLE") == "1"
ROOMS = os.environ.get("QZ_ROOMS") != "0"  # no ledger, no rooms: only the shelf and the rules
WORKER = (
    os.environ.get("QZ_WORKER") == "1"
)  # somebody works beside the pages; else what they ask for is done at once
ROOT_URLCONF = "qingzhuang.web.urls"
WSGI_APPLICATION = "qingzhuang.web.wsgi.application"
# where people open this site when a server before it passes them on; empty: on this machine only
ADDRESS = os.environ.get("QZ_ADDRESS", "").rstrip("/")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]", "testserver"]
if ADDRESS:
    ALLOWED_HOSTS.append(urlsplit(ADDRESS).hostname or "")
    CSRF_TRUSTED_ORIGINS = [ADDRESS]
DEBUG = False
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "qingzhuang.web.packing.Packed",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "qingzhuang.web.language.spoken",
    "qingzhuang.web.closed.closed_without_ledger",
    "qingzhuang.web.posted.way_back",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "qingzhuang.web.away.FilesAway",
]
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "qingzhuang.web.door.backend.IdentityBackend",
]
OIDC = provider()  # None: the door asks for name and password only
# memory-hard first; a password kept by another of these is kept anew when its owner signs in
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
# a township hall shares one address: lock the name at that address, not the address
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_CALLABLE = "qingzhuang.web.door.locked.locked"
AXES_VERBOSE = False
LOGIN_URL = "sign_in"
CSRF_FAILURE_VIEW = "qingzhuang.web.home.views.unsure"
LANGUAGE_COOKIE_NAME = "qz_language"
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_COOKIES = os.environ.get("QZ_HTTPS") == "1" or ADDRESS.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = SECURE_COOKIES
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).with_name("templates")],
        "OPTIONS": {
            "builtins": ["django.templatetags.static", "django.templatetags.i18n"],
            "context_processors": [
                "django.template.context_processors.request",
                "qingzhuang.web.frame.frame",
            ],
        },
    }
]
STATIC_URL = "static/"
STATICFILES_DIRS = [Path(__file__).with_name("static")]
CHARTS = (
    library.FILE if library.at_hand() else ""
)  # what draws charts in the browser; without it the server draws
if CHARTS:
    STATICFILES_DIRS.append(library.FOLDER)
WHITENOISE_IMMUTABLE_FILE_TEST = rf"/{library.SHELF}/.+-[\d.]+\.js$"
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
USE_THOUSAND_SEPARATOR = False
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "img-src": [SELF],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
FILE_UPLOAD_HANDLERS = [
    "qingzhuang.web.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5_000  # a county of a thousand villages is ticked on one page
SECURE_REFERRER_POLICY = "same-origin"  # "no-referrer" sends Origin: null, which the CSRF check must refuse
