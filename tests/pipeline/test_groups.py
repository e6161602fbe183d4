"""Exports of groups are held against the law by counts; nobody is named, nothing personal is shown."""

import json
from dataclasses import asdict
from datetime import date, datetime, timedelta, timezone

from qingzhuang.check.group.same import Board
from qingzhuang.cli.check.for_people import group_lines, lines
from qingzhuang.cli.check.for_programs import document
from qingzhuang.model.chat import Message
from qingzhuang.model.id_number import check_character
from qingzhuang.pipeline.checked import Checked
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.groups import check_chat, close, read_group

COURT = court(date(2026, 11, 26))
XIANGZHOU = court(date(2026, 11, 26), ("广东", "珠海", "香洲"))
CHINA = timezone(timedelta(hours=8))
MONDAY = datetime(2026, 11, 16, 10, 0, tzinfo=CHINA)
EVENING = MONDAY.replace(hour=21)
NUMBER = "99010519800101002" + check_character("99010519800101002")
TASKS = [f"请各村明天下班前把第{kind}类台账的更新情况报镇经发办" for kind in "甲乙丙丁"]


def message(text: str, at: datetime | None = MONDAY, sender: str = "镇办小赵", line: int = 1) -> Message:
    return Message(line, at, sender, text)


def codes(checked: Checked) -> set[str]:
    return {code for each in checked.findings for code in (each.code, *each.also)}


def test_messages_in_the_evening_are_counted_and_judged_where_a_place_says_so() -> None:
    checked = check_chat("群.txt", [message(TASKS[0], EVENING), message(TASKS[1])], XIANGZHOU)
    assert (checked.groups[0].quiet, checked.groups[0].quiet_share) == (1, 0.5)
    assert "L-ZH-02" in codes(checked)
    assert "L-ZH-02" not in codes(check_chat("群.txt", [message(TASKS[0], EVENING)], COURT))


def test_an_emergency_at_night_is_counted_and_held_against_nobody() -> None:
    text = "防汛应急响应：请各村今晚转移青禾河边的群众，务必逐户通知"
    checked = check_chat("群.txt", [message(text, EVENING), message(TASKS[1])], XIANGZHOU)
    assert (checked.groups[0].quiet, checked.groups[0].quiet_event) == (0, 1)
    assert "L-ZH-02" not in codes(checked)


def test_without_times_nothing_is_said_of_hours() -> None:
    assert check_chat("群.txt", [message(TASKS[0], None)], XIANGZHOU).groups[0].quiet_share is None


def test_the_share_of_messages_that_demand_a_reply_is_counted() -> None:
    sent = [
        message(f"{TASKS[0]}，收到请立即回复"),
        message(f"{TASKS[1]}，10分钟内必须回复收到"),
        message(TASKS[2]),
    ]
    checked = check_chat("群.txt", sent, COURT)
    assert (checked.groups[0].asks, checked.groups[0].work) == (2, 3)
    assert any(each.subject == "群" and "OP23-06d" in (each.code, *each.also) for each in checked.findings)


def test_a_receipt_that_is_demanded_counts_as_a_demand_for_a_reply() -> None:
    sent = [message(f"{each}。收到请回复，没回复的点名通报") for each in TASKS[:2]]
    checked = check_chat("群.txt", [*sent, message(TASKS[2])], COURT)
    assert (checked.groups[0].asks, checked.groups[0].work) == (2, 3)
    assert check_chat("群.txt", [message("收到请回复，没回复的点名通报")], COURT).groups[0].asks == 1


def test_an_order_at_night_is_work_outside_hours_however_it_is_worded() -> None:
    late = MONDAY.replace(hour=21, minute=40)
    for text in ("今晚10点前把“平安云泽”截图发群里", "今晚10点前把数据发群里", "晚上十点之前把名单交过来"):
        (group,) = check_chat("群.txt", [message(text, late)], XIANGZHOU).groups
        assert (group.work, group.dated, group.quiet) == (1, 1, 1), text
    for text in ("今晚10点前我到不了家", "我今晚把孩子送过去再回来"):
        (group,) = check_chat("群.txt", [message(text, late)], XIANGZHOU).groups
        assert (group.work, group.quiet) == (0, 0), text


def test_a_notice_sent_again_is_counted_and_one_with_another_date_is_not() -> None:
    again = [
        message(TASKS[0]),
        message(f"@所有人 {TASKS[0]}，收到请回复"),
        message(TASKS[0].replace("明天", "后天")),
    ]
    assert check_chat("群.txt", again, COURT).groups[0].repeats == 1


def test_groups_with_the_same_notices_are_named_to_each_other() -> None:
    board = Board()
    first = read_group("经发群.txt", map(message, TASKS), COURT, board)
    second = read_group("台账群.txt", [message(f"【转发】{each}") for each in TASKS], COURT, board)
    other = read_group("河长群.txt", [message("请第三组本周把河道垃圾清运完毕，注意安全")], COURT, board)
    done = close([first, second, other], COURT)
    assert [each.groups[0].twins for each in done] == [("台账群",), ("经发群",), ()]
    assert ["OP23-09c" in codes(each) for each in done] == [True, True, False]


def test_a_group_that_goes_on_after_its_work_is_done_is_found() -> None:
    sent = [message("本群任务完成，现解散，谢谢大家"), message(TASKS[0], MONDAY + timedelta(days=30))]
    assert "OP23-10a" in codes(check_chat("普查群.txt", sent, COURT))
    assert "OP23-10a" not in codes(check_chat("普查群.txt", sent[:1], COURT))


def test_members_that_never_wrote_are_a_number() -> None:
    listed = [frozenset({"镇办小赵"}), frozenset({"王建国"}), frozenset({"李秀英"})]
    checked = check_chat("群.json", [message(TASKS[0])], COURT, listed)
    assert (checked.groups[0].members, checked.groups[0].silent) == (3, 2)
    assert "王建国" not in json.dumps(document(checked), ensure_ascii=False)


def test_personal_data_in_a_group_are_found_and_never_shown() -> None:
    text = f"请各村立即回复核对结果：村民王建国 {NUMBER} 13812345678，10分钟内必须在群里接龙回复"
    checked = check_chat("群.txt", [message(text), message(f"@李秀英 {text}", sender="王建国")], COURT)
    assert checked.groups[0].personal == {"id_no": 2, "phone": 2, "name": 2}
    assert "PIPL-51" in codes(checked)
    shown = json.dumps(document(checked), ensure_ascii=False) + "\n".join(
        line for each in checked.findings for line in lines(checked, each)
    )
    shown += "\n".join(line for each in checked.groups for line in group_lines(each))
    assert not any(secret in shown for secret in (NUMBER[6:], "13812345678", "王建国", "李秀英", "镇办小赵"))
    assert any(each.text and "*" in each.subject for each in checked.findings)


def test_spans_of_masked_messages_still_fit() -> None:
    text = f"村民王建国 {NUMBER} 的事，请各村10分钟内必须回复收到"
    found = check_chat("群.txt", [message(text)], COURT).findings
    spans = [(each.text, text[each.start : each.end]) for each in found if each.start is not None]
    assert spans
    assert all(shown == words for shown, words in spans)


def test_a_contact_that_a_sender_gives_is_no_leak() -> None:
    checked = check_chat("群.txt", [message(f"{TASKS[0]}，联系人：赵敏，联系电话13912345678")], COURT)
    assert checked.groups[0].personal == {}


def test_the_counts_hold_no_member() -> None:
    checked = check_chat("群.txt", [message(TASKS[0], sender="王建国")], COURT)
    assert "王建国" not in json.dumps(asdict(checked.groups[0]), ensure_ascii=False)


def test_several_groups_of_one_archive_are_told_apart() -> None:
    sent = [Message(1, MONDAY, "甲", TASKS[0], chat="wr1"), Message(2, MONDAY, "乙", TASKS[1], chat="wr2")]
    assert [each.name for each in check_chat("档.jsonl", sent, COURT).groups] == ["wr1", "wr2"]
