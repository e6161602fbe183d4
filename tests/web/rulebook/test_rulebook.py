"""The rulebook is open to everybody, quotes only what was verified, and shows our own check honestly."""

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from qingzhuang.law.provision import Display, Provision
from qingzhuang.packs.load import encoded, packs
from qingzhuang.pipeline.checking import check_text, court
from qingzhuang.web.rulebook.own import own_check, own_text

PROVISIONS = [each for pack in packs() for each in pack.provisions]
TODAY = date(2026, 11, 26)


def _page(path: str) -> str:
    answer = Client().get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_the_list_names_every_rule_by_its_instrument(db: None) -> None:
    page = _page("/rules/")
    assert f"{len(PROVISIONS)} 条规定，机器能查 {len(encoded())} 条" in page
    assert all(f"/rules/{each.id}" in page for each in PROVISIONS)
    assert all(pack.instrument.name in page.replace("&quot;", '"') for pack in packs())


@pytest.mark.parametrize("provision", PROVISIONS[::7], ids=lambda each: each.id)
def test_a_rule_page_shows_words_as_they_may_be_shown(db: None, provision: Provision) -> None:
    page = _page(f"/rules/{provision.id}")
    assert (f"“{provision.words.rstrip('；;')}”" in page) is (provision.display is Display.QUOTE)
    assert provision.title in page


def test_a_rule_is_found_whatever_the_case_and_one_that_is_none_is_not(db: None) -> None:
    assert "强制推广下载" in _page("/rules/app26-p3a")
    assert Client().get("/rules/APP99-X").status_code == 404


def test_examples_stand_as_counting_or_not_counting(db: None) -> None:
    page = _page("/rules/APP26-P3a")
    assert ">算</span>" in page
    assert ">不算</span>" in page
    assert "RG24-15a" in page


def test_coverage_and_changes_have_a_page(db: None) -> None:
    assert "机器不判断的，和理由" in _page("/rules/coverage")
    assert "《政务移动互联网应用程序规范化管理办法》" in _page("/rules/changes")


def test_our_own_pages_keep_the_rules() -> None:
    checked = own_check(TODAY)
    assert [(each.name, found.title, found.text) for each in checked.pages for found in each.findings] == []
    assert {"今天", "看板", "规则"} <= {each.name for each in checked.pages}
    assert all(each.letters and each.seconds for each in checked.pages)


def test_our_own_check_reads_what_we_say_and_would_find_a_breach() -> None:
    assert "看完就丢，不保存" in own_text("rulebook")
    assert "县" in own_text("board")
    assert "{%" not in own_text("rulebook")
    assert check_text(
        own_text("desk") + "\n请各村务必今天下班前全部下载安装并截图发群。", court(TODAY), TODAY
    )


def test_the_own_check_page_says_the_number_it_found(db: None) -> None:
    assert f"本站自查：{own_check(TODAY).found} 处要改" in _page("/rules/own")


def test_a_sentence_can_be_tried_and_its_personal_data_is_not_shown(db: None) -> None:
    answer = Client().post(
        "/rules/try", {"text": "请各村务必今天全部下载安装，联系人 19900001111，截图发群里。"}
    )
    page = answer.content.decode()
    assert "处要看" in page
    assert page.count("19900001111") == 1, "only in the box where it was typed"
    assert "没有碰到规定" in Client().post("/rules/try", {"text": "明天上午开会。"}).content.decode()


@pytest.mark.parametrize("text", ["", "请" * 5000, "a\0b", "<script>alert(1)</script>", "\u202e请\u202d各村"])
def test_whatever_is_pasted_ends_in_words(db: None, text: str) -> None:
    answer = Client().post("/rules/try", {"text": text})
    assert answer.status_code in (200, 400)
    assert "<script>" not in answer.content.decode()


def test_a_visitor_costs_no_query(db: None, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    with django_assert_num_queries(0):
        for path in (
            "/rules/",
            "/rules/APP26-P3a",
            "/rules/coverage",
            "/rules/changes",
            "/rules/own",
            "/about",
        ):
            Client().get(path)


def test_every_room_of_our_own_check_has_a_name_that_people_say() -> None:
    names = [each.name for each in own_check(TODAY).pages]
    assert not [name for name in names if name.isascii()]
    assert len(set(names)) == len(names)
