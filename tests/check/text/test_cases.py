"""A practice becomes a case: the kind of thing by its object, typed facts that point at the words."""

from datetime import date

import pytest

from qingzhuang.check.text import cases, mentions, practices
from qingzhuang.check.text.practice import Label, Stance
from qingzhuang.model.case import CaseKind, FactValue, Origin

FACTS: list[tuple[str, CaseKind, dict[str, FactValue]]] = [
    (
        "请全体村民下载安装“青禾通”APP,安装率达到95%。",
        CaseKind.APP,
        {"mandatory_download": True, "install_rate_target": 95.0},
    ),
    ("请全体教师今天必须关注县教育局公众号。", CaseKind.ACCOUNT, {"account_follow_required": True}),
    ("网格员每天在“巡查通”APP打卡签到。", CaseKind.APP, {"features": frozenset({"checkin"})}),
    (
        "没接龙的抓紧接龙。",
        CaseKind.GROUP,
        {"features": frozenset({"checkin"}), "reply_required": "jielong"},
    ),
    ("请各位在10分钟内回复。", CaseKind.GROUP, {"reply_required": "within_minutes"}),
    ("收到请回复。", CaseKind.GROUP, {"reply_required": "read_receipt"}),
    (
        "每次入户须拍照、录像并上传。",
        CaseKind.EVIDENCE,
        {"evidence_required": frozenset({"photo", "video"})},
    ),
    (
        "每人每天点赞、转发不少于3次。",
        CaseKind.ACCOUNT,
        {"metric_used_in_assessment": frozenset({"likes", "shares"})},
    ),
    ("每人每天给我县投票10次。", CaseKind.VOTE, {"metric_used_in_assessment": frozenset({"votes"})}),
    ("请每周登录平台不少于3次。", CaseKind.APP, {"login_interval_required_days": 7}),
    ("每天在线学习不少于30分钟。", CaseKind.APP, {"features": frozenset({"online_time_stats"})}),
    ("知识竞赛成绩必须达到90分以上。", CaseKind.QUIZ, {"pass_score_required": 90.0}),
    ("各校答题参与率不低于98%。", CaseKind.QUIZ, {"participation_rate_target": 98.0}),
    (
        "每周公布各村打卡率排名。",
        CaseKind.APP,
        {"ranking_published": True, "ranking_frequency": "weekly"},
    ),
    ("系统录入后,还要同步填报Excel表格。", CaseKind.FORM, {"item_duplicates": True}),
    ("每月积分不少于300分。", CaseKind.APP, {"features": frozenset({"points_ranking"})}),
]


@pytest.mark.parametrize(("text", "kind", "facts"), FACTS)
def test_kind_and_facts(text: str, kind: CaseKind, facts: dict[str, FactValue]) -> None:
    found = [case for case in cases(text) if case.kind is kind]
    assert any({name: case.value(name) for name in facts} == facts for case in found), cases(text)


def test_a_fact_points_at_the_words_and_says_that_it_was_read() -> None:
    text = "各位:请今天完成打卡。"
    (case,) = cases(text, day=date(2026, 3, 1), places=("云南", "曲靖"))
    known = case.facts["features"]
    assert known.origin is Origin.PARSED
    assert known.start is not None
    assert text[known.start : known.end] == case.name == "请今天完成打卡"
    assert (case.label, case.day, case.places) == ("checkin_relay", date(2026, 3, 1), ("云南", "曲靖"))


def test_a_penalty_hangs_on_its_act() -> None:
    install, penalty = cases("未安装“青禾通”APP的一律不得评优。")
    assert (install.label, penalty.label) == ("forced_install", "summon_penalty")
    assert penalty.kind is install.kind
    assert penalty.value("mandatory_download") is True
    assert practices("无故旷工的不得评优。") == ()


def test_what_is_not_ordered_is_a_mention_with_its_stance() -> None:
    told = {
        "不得强制要求群众下载安装APP。": Stance.BAN,
        "居民自愿下载“青禾通”APP。": Stance.VOLUNTARY,
        "防汛应急响应期间,各村每小时打卡一次。": Stance.EMERGENCY,
        "据记者了解,当地曾要求干部每天打卡。": Stance.REPORT,
    }
    for text, stance in told.items():
        assert cases(text) == []
        assert {each.stance for each in mentions(text)} == {stance}, mentions(text)


def test_an_exempt_act_names_its_event() -> None:
    (mention,) = mentions("台风登陆期间,值班人员每小时在群内报到。")
    assert mention.exemption is not None
    assert mention.exemption.event == "台风"
    assert mention.exemption.covers == {Label.CHECKIN_RELAY.value}
