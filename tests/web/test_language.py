"""Who wants to read the pages in English chooses so in the foot of any page, and keeps it."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def _english() -> Client:
    browser = Client()
    answer = browser.post("/language", {"language": "en", "next": "/door/in"})
    assert answer.status_code == 302
    assert answer["Location"] == "/door/in"
    return browser


def test_a_page_is_chinese_whatever_the_browser_prefers() -> None:
    page = Client(HTTP_ACCEPT_LANGUAGE="en").get("/door/in").content.decode()
    assert '<html lang="zh-Hans">' in page
    assert "用单位给的登录名和口令" in page


def test_english_is_chosen_in_the_foot_and_kept() -> None:
    browser = _english()
    page = browser.get("/door/in").content.decode()
    assert '<html lang="en">' in page
    assert "Sign in" in page
    assert "登录名" not in page
    assert "User name" in page


def test_the_way_back_to_chinese_is_in_the_same_place() -> None:
    browser = _english()
    browser.post("/language", {"language": "zh-hans", "next": "/door/in"})
    assert '<html lang="zh-Hans">' in browser.get("/door/in").content.decode()


def test_an_unknown_language_changes_nothing() -> None:
    browser = Client()
    browser.cookies["qz_language"] = "<script>"
    assert '<html lang="zh-Hans">' in browser.get("/door/in").content.decode()


def test_nobody_is_led_to_another_site() -> None:
    answer = Client().post("/language", {"language": "en", "next": "https://example.org/"})
    assert not answer["Location"].startswith("https:")
