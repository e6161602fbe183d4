"""A list of members finds its group by its id or by who writes; what is not sure is told and not joined."""

from datetime import date

from qingzhuang.check.group.same import Board
from qingzhuang.intake.chats.room import Room
from qingzhuang.model.chat import Message
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.groups import GroupRead, close, read_group
from qingzhuang.pipeline.rooms import join

HELD = court(date(2026, 11, 26))


def archive(*said: tuple[str, str]) -> GroupRead:
    messages = [
        Message(number, None, sender, "收到", chat=room) for number, (room, sender) in enumerate(said, 1)
    ]
    return read_group("存档.jsonl", messages, HELD, Board())


def room(*members: str, key: str = "", file: str = "群信息.json", name: str = "防汛群") -> Room:
    return Room(file, name, key, True, [frozenset({each}) for each in members])


def test_a_list_is_joined_by_who_writes_and_counts_who_never_did() -> None:
    read = archive(("wr1", "jia"), ("wr1", "yi"), ("wr2", "wu"), ("", "jia"))
    assert join([read], [room("jia", "yi", "bing", "ding")]) == []
    counts = {each.name: each for each in close([read], HELD)[0].groups}
    assert (counts["防汛群"].members, counts["防汛群"].silent) == (4, 2)
    assert counts["wr2"].members is None


def test_an_id_decides_where_writers_do_not() -> None:
    read = archive(("wr-1", "jia"), ("wr-2", "jia"))
    (doubt,) = join([read], [room("jia", "yi")])
    assert doubt.code == "QZ-R047"
    assert join([read], [room("jia", "yi", key="wr-2")]) == []
    assert join([read], [room("jia", "yi", file="wr-1_info.json", name="一群")]) == []
    assert {each.name for each in close([read], HELD)[0].groups} == {"防汛群", "一群"}


def test_a_list_without_its_chat_is_told() -> None:
    assert [each.code for each in join([], [room("jia")])] == ["QZ-R047"]
