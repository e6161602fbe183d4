"""Without its settings or its library the door asks for name and password only, and loads nothing for it."""

import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client

from qingzhuang.web.door import provider as home
from qingzhuang.web.door.provider import Provider, lacking, provider, safe

WHOLE = {
    "QZ_OIDC_ISSUER": "https://id.example.gov.cn",
    "QZ_OIDC_CLIENT_ID": "qingzhuang",
    "QZ_OIDC_CLIENT_SECRET": "s",
}
_FRESH = """
import os, sys, tempfile
os.environ["DJANGO_SETTINGS_MODULE"] = "qingzhuang.web.settings"
os.environ["QZ_HOME"] = tempfile.mkdtemp()
from qingzhuang.store.setup import open_ledger
open_ledger()
from django.test import Client
page = Client().get("/door/in")
assert page.status_code == 200
assert not {"authlib", "joserfc", "requests"} & set(sys.modules), "loaded"
"""


def test_nothing_set_up_nothing_shown(db: None) -> None:
    page = Client().get("/door/in").content.decode()
    assert "/door/outside" not in page
    assert "登录名" in page
    for path in ("/door/outside", "/door/outside/back", "/door/left"):
        assert Client().get(path).status_code == 404


@pytest.mark.parametrize("more", [{}, WHOLE], ids=["not set up", "set up"])
def test_showing_the_door_loads_no_library_for_it(
    more: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in more.items():
        monkeypatch.setenv(name, value)
    done = subprocess.run([sys.executable, "-c", _FRESH], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_the_environment_names_the_provider(tmp_path: Path) -> None:
    assert provider(WHOLE) == Provider("https://id.example.gov.cn", "qingzhuang", "s", "sub", "统一身份")
    more = {"QZ_OIDC_CLAIM": "employee", "QZ_OIDC_NAME": "政务钉钉"}
    assert provider({**WHOLE, **more}) == Provider(
        "https://id.example.gov.cn", "qingzhuang", "s", "employee", "政务钉钉"
    )
    kept = tmp_path / "secret"
    kept.write_text("from a file\n", encoding="utf-8")
    by_file = {**WHOLE, "QZ_OIDC_CLIENT_SECRET": "", "QZ_OIDC_CLIENT_SECRET_FILE": str(kept)}
    found = provider(by_file)
    assert found is not None
    assert found.secret == "from a file"  # noqa: S105
    assert "from a file" not in repr(found)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"QZ_OIDC_ISSUER": "http://id.example.gov.cn"}, "https"),
        ({"QZ_OIDC_ISSUER": "id.example.gov.cn"}, "https"),
        ({"QZ_OIDC_CLIENT_ID": ""}, "QZ_OIDC_CLIENT_ID"),
        ({"QZ_OIDC_CLIENT_SECRET": ""}, "QZ_OIDC_CLIENT_SECRET"),
        ({"QZ_OIDC_CLIENT_SECRET": "", "QZ_OIDC_CLIENT_SECRET_FILE": "/not/there"}, "QZ_OIDC_CLIENT_SECRET"),
    ],
)
def test_half_set_up_is_not_set_up_and_what_lacks_is_told(change: dict[str, str], words: str) -> None:
    assert provider({**WHOLE, **change}) is None
    assert any(words in each for each in lacking({**WHOLE, **change}))


def test_without_the_library_there_is_no_button(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(home, "find_spec", lambda _name: None)
    assert provider(WHOLE) is None
    assert lacking(WHOLE) == ("没有装 qingzhuang[oidc]",)


@pytest.mark.parametrize(
    "address", [None, 7, "", "https://", "http://[", "ftp://127.0.0.1/", "http://10.0.0.1/"]
)
def test_an_address_where_others_can_listen_is_not_safe(address: object) -> None:
    assert not safe(address)
    assert safe("https://id.example.gov.cn/token")
    assert safe("http://127.0.0.1:8000/token")
