"""The rulebook reads in English around the law's own words; so does the description of the interface."""

import pytest
from django.test import Client

from qingzhuang.packs.load import packs
from tests.web.english import left_in_chinese

pytestmark = pytest.mark.django_db
PATHS = ("/rules/", "/rules/changes", "/rules/coverage", "/rules/own", "/api/")


@pytest.fixture
def english() -> Client:
    browser = Client()
    browser.cookies["qz_language"] = "en"
    return browser


@pytest.mark.parametrize("path", PATHS)
def test_a_public_page_reads_in_english_and_still_in_chinese(english: Client, path: str) -> None:
    page = english.get(path).content.decode()
    assert '<html lang="en">' in page
    assert not left_in_chinese(page)
    assert '<html lang="zh-Hans">' in Client().get(path).content.decode()
    assert left_in_chinese(Client().get(path).content.decode())


@pytest.mark.parametrize("code", [pack.provisions[0].id for pack in packs()][:6])
def test_a_rule_shows_the_laws_words_in_chinese_and_ours_in_english(english: Client, code: str) -> None:
    assert not left_in_chinese(english.get(f"/rules/{code}").content.decode())


def test_a_sentence_is_answered_in_english(english: Client) -> None:
    page = english.post("/rules/try", {"text": "请各村本周内全部安装，截图发群里。"}).content.decode()
    assert "must not" in page
    assert not left_in_chinese(page)


def test_a_rules_title_is_in_english_wherever_it_is_named(english: Client) -> None:
    page = english.get("/rules/").content.decode()
    assert ">File before going live</a>" in page
    assert not [each.title for pack in packs() for each in pack.provisions if f">{each.title}<" in page]
