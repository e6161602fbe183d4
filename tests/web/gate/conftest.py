"""An issuer at the gate with a draft that has two breaches."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django.live_server_helper import LiveServer

from qingzhuang.model.organisation import Seat
from qingzhuang.model.work import Sent
from qingzhuang.store import clock
from qingzhuang.store.gate.acts import bring_draft
from tests.pipeline.drafts import sheet
from tests.web.conftest import People

NOTE = "填表说明：1. “危房通”APP打卡率每周五排名通报。2. 每户须上传走访照片，没有照片的不予认可。"
LABELS = ["序号", "姓名", "身份证号", "年龄", "取暖方式", "走访照片"]
DRAFT = sheet("高龄老人冬季走访花名册", LABELS, NOTE)
SAID = {
    "purpose": "安排入户帮扶。",
    "basis": "冬季关爱方案第三条",
    "personal_purpose": "按人上门，走访完即删。",
    "times": "1",
    "deadline": "",
}
As = Callable[[Seat | None], Client]


def upload(name: str = "走访.xlsx", content: bytes = DRAFT) -> dict[str, SimpleUploadedFile]:
    """What a browser sends when a file is dropped."""
    return {"draft": SimpleUploadedFile(name, content)}


@pytest.fixture
def sent(people: People) -> Sent:
    """A draft that the issuer has brought."""
    return bring_draft(people.issuer.unit, "走访.xlsx", DRAFT, clock.now())


@pytest.fixture
def villages(people: People) -> list[int]:
    """All posts of the county."""
    return [each.unit.number for each in (people.post, people.colleague, people.outsider)]


@pytest.fixture
def served(transactional_db: None, live_server: LiveServer) -> str:
    """The address of a running server."""
    return live_server.url
