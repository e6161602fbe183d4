"""The gate's story in a real browser: two breaches seen, columns known, applied, admitted, on the post's desk."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.answer.known import person
from tests.pipeline.drafts import sheet
from tests.store.people import bring
from tests.web.browser import NARROW, browser, cookie_of, fits, follow, page_of, violations
from tests.web.conftest import People
from tests.web.gate.conftest import LABELS, NOTE, SAID, As

pytestmark = pytest.mark.e2e
PEOPLE = [person(date(1940 + each, 3, 4), each, f"编名{each}") for each in (1, 2, 3)]
TITLE = "低保对象冬季走访花名册"


def _good(page: Page) -> None:
    """A phone shows it without scrolling sideways, and everybody can use it."""
    assert fits(page)
    assert violations(page) == []


def _known() -> None:
    said = {
        (who, key): value
        for who in PEOPLE
        for key, value in {
            "person.name": who.name, "person.id_no": who.key, "relief.is_low_income": "是", "place.village": "柳湾村",
        }.items()
    }  # fmt: skip
    bring(said)  # type: ignore[arg-type]


def test_from_a_draft_with_two_breaches_to_the_desk_of_a_post(
    people: People, as_: As, served: str, tmp_path: Path
) -> None:
    _known()
    draft = tmp_path / "走访.xlsx"
    draft.write_bytes(sheet(TITLE, LABELS, NOTE))
    cookies = {name: cookie_of(as_(getattr(people, name))) for name in ("issuer", "overseer", "post")}
    with browser() as opened:
        issuer = page_of(opened, served, cookies["issuer"], NARROW)
        issuer.goto(f"{served}/gate/")
        _good(issuer)
        issuer.set_input_files("input[type=file]", draft)
        issuer.get_by_role("button", name="看一眼").click()
        expect(issuer.locator("h1")).to_have_text("改好这 2 处，再发")
        expect(issuer.locator("article.find")).to_have_count(2)
        expect(issuer.locator(".say__day")).to_contain_text("5 栏，已有 3 栏")
        _good(issuer)
        with issuer.expect_download() as taken:
            issuer.get_by_role("link", name="下载短表").click()
        assert taken.value.suggested_filename == f"{TITLE}（短表）.xlsx"
        follow(issuer, issuer.get_by_role("link", name="申请准入"))
        issuer.get_by_role("button", name="送给减负办").click()
        expect(issuer.get_by_text("请写依据")).to_be_visible()
        _good(issuer)
        for name in ("purpose", "basis", "personal_purpose"):
            issuer.fill(f"#id_{name}", SAID[name])
        issuer.get_by_role("button", name="送给减负办").click()
        expect(issuer.locator("h1")).to_have_text("送去了，在等准入")

        overseer = page_of(opened, served, cookies["overseer"])
        overseer.goto(f"{served}/gate/waiting")
        _good(overseer)
        overseer.get_by_role("link", name=TITLE).click()
        expect(overseer.get_by_text(SAID["basis"])).to_be_visible()
        _good(overseer)
        overseer.get_by_role("button", name="准入，给编号").click()
        expect(overseer.locator("h1")).to_have_text("没有表在等")

        post = page_of(opened, served, cookies["post"], NARROW)
        post.goto(f"{served}/desk/")
        expect(post.locator("article.slip")).to_contain_text(TITLE)
        expect(post.locator("article.slip")).to_contain_text("减准〔")

        issuer.goto(f"{served}/gate/")
        issuer.get_by_role("link", name=TITLE).click()
        expect(issuer.locator("h1")).to_have_text("发给 3 个村，还没有交来的")
        _good(issuer)
