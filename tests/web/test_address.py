"""The site may be opened at an address of its own; what lies on the machine is not shown there."""

import os
import subprocess
import sys

_FRESH = """
import os, tempfile
os.environ["DJANGO_SETTINGS_MODULE"] = "qingzhuang.web.settings"
os.environ["QZ_HOME"] = tempfile.mkdtemp()
from qingzhuang.store.setup import open_ledger
open_ledger()
from django.conf import settings
from django.test import Client
here = Client(HTTP_HOST="qz.example.gov.cn", enforce_csrf_checks=True)
page = here.get("/door/in")
token = page.content.decode().split('csrfmiddlewaretoken" value="')[1].partition('"')[0]
sent = {"username": "x", "password": "y", "csrfmiddlewaretoken": token}
answer = here.post("/door/in", sent, headers={"origin": "https://qz.example.gov.cn"})
other = here.post("/door/in", sent, headers={"origin": "https://evil.example"})
print(page.status_code, answer.status_code, "登录名或口令不对" in answer.content.decode())
print("登录名或口令不对" in other.content.decode(), here.get("/report").status_code)
print(Client(HTTP_HOST="evil.example").get("/door/in").status_code, settings.SESSION_COOKIE_SECURE)
"""


def test_at_its_own_address_the_door_works_and_the_shelf_stays_shut() -> None:
    env = {**os.environ, "QZ_ADDRESS": "https://qz.example.gov.cn/"}
    done = subprocess.run(
        [sys.executable, "-c", _FRESH], check=False, capture_output=True, text=True, env=env
    )
    assert done.stdout.splitlines() == ["200 403 True", "False 403", "400 True"], done.stderr
