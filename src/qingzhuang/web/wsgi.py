"""What the server loads, and what it reads before the first visitor comes."""

import os
import threading

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.web.settings")
application = get_wsgi_application()


def warm_up() -> None:
    """Read all that no visitor should wait for: the program, its words, and the ledger's outline beside it."""
    from django.conf import settings
    from django.template.loader import get_template
    from django.urls import get_resolver

    from qingzhuang.match.load import default

    _ = get_resolver().url_patterns
    get_template("base.html")
    default()
    if settings.ROOMS:
        threading.Thread(target=_read_outline, name="qz-outline", daemon=True).start()


def _read_outline() -> None:
    from qingzhuang.store import clock
    from qingzhuang.store.parts import keep_ready

    keep_ready(clock.today())


warm_up()
