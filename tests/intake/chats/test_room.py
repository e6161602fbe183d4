"""What WeCom tells of a group is read as such, and nothing else is taken for it."""

import json

from qingzhuang.intake.chats.room import read_room

INNER = {
    "roomname": "青禾镇防汛群",
    "creator": "jia",
    "room_create_time": 1772413504,
    "members": [{"memberid": "jia"}, {"memberid": "yi"}],
    "errcode": 0,
}
OUTER = {
    "errcode": 0,
    "group_chat": {
        "chat_id": "wrA",
        "name": "商户群",
        "owner": "jia",
        "member_list": [{"userid": "jia", "name": "甲"}],
    },
}


def test_an_inner_and_a_customer_group_are_read() -> None:
    inner, outer = (read_room("a.json", json.dumps(each).encode()) for each in (INNER, OUTER))
    assert inner is not None
    assert (inner.name, inner.key, inner.owned) == ("青禾镇防汛群", "", True)
    assert inner.members == (frozenset({"jia"}), frozenset({"yi"}))
    assert outer is not None
    assert (outer.name, outer.key) == ("商户群", "wrA")
    assert outer.members == (frozenset({"jia", "甲"}),)


def test_what_is_no_answer_about_a_group_is_none() -> None:
    others: list[object] = [
        {"members": [1]},
        {"roomname": "x"},
        [],
        {"roomname": "x", "members": 3},
        INNER | {"messages": []},
    ]
    for other in others:
        assert read_room("a.json", json.dumps(other).encode()) is None
    assert read_room("a.json", b"{broken") is None
    assert read_room("a.json", b"[" * 100_000) is None
