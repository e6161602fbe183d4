"""What the guide for developers tells to type does what it says."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from qingzhuang.model.organisation import Seat
from qingzhuang.store import clock
from qingzhuang.store.ledger.numbered import numbers
from qingzhuang.store.outside.delivering import WAITS, headers
from qingzhuang.web.api.book import described
from tests.pipeline.drafts import sheet
from tests.web.api.conftest import Program, secret_of
from tests.web.conftest import People
from tests.web.desk.village import TIAN, known

PAGE = (Path(__file__).resolve().parents[3] / "docs" / "guide" / "for-developers.md").read_text("utf-8")
CALLS = [line.strip() for line in PAGE.splitlines() if line.startswith("    curl ")]


def _said(words: list[str], option: str) -> list[str]:
    return [words[place + 1] for place, word in enumerate(words) if word == option]


def _run(call: str, seat: Seat, people: People) -> Any:
    """Do what curl would."""
    number = numbers({TIAN})[TIAN]
    version = Program(secret_of(people.post)).ask(f"/subjects/{number}/facts")["version"]
    known_now = {
        "$QZ": "/api/v1",
        "$TOKEN": secret_of(seat),
        "/subjects/1/": f"/subjects/{number}/",
        '"12"': f'"{version}"',
    }
    for name, value in known_now.items():
        call = call.replace(name, value)
    words = shlex.split(call)
    sent = dict(each.split(": ", 1) for each in _said(words, "-H"))
    method = (_said(words, "-X") or ["GET"])[0]
    kind = sent.pop("Content-Type", "application/json")
    if "-F" in words:
        file = SimpleUploadedFile("走访.xlsx", sheet("走访表", ["姓名", "鞋码"], ""))
        return Client(headers=sent).post(words[-1], {"file": file})
    body = (_said(words, "-d") or [""])[0]
    return Client(headers=sent).generic(method, words[-1], body, kind)


@pytest.mark.parametrize("call", CALLS)
def test_each_call_of_the_guide_works(call: str, people: People) -> None:
    known(people.post.unit.name, TIAN, person__phone="13900000042")
    seat = people.issuer if "-F" in call else people.post
    answer = _run(call, seat, people)
    assert answer.status_code in (200, 201), answer.content.decode()


def test_the_way_to_verify_a_message_is_right() -> None:
    code = re.search(r"```python\n(.+?)```", PAGE, re.DOTALL)
    assert code
    held: dict[str, Any] = {}
    exec(code[1], held)  # noqa: S102 - the guide's own lines
    key, body = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", b'{"type": "demand.ended"}'
    made = headers(key, "msg_1", clock.now(), body)
    assert held["genuine"](key, made, body)
    assert not held["genuine"](key, made, body + b" ")


def test_what_the_guide_says_of_addresses_and_limits_is_so() -> None:
    paths = described()["paths"]
    for address in re.findall(r"\$QZ(/[^\"?]+)", PAGE):
        assert f"/api/v1{re.sub(r'/[0-9]+', '/{number}', address)}" in paths
    assert f"送 {len(WAITS) + 1} 次为止" in PAGE
