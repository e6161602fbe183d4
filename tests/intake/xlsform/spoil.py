"""Forms of our own, and ways to spoil them: a cell emptied or changed, rows taken out, doubled, swapped, put in, columns
renamed, added, taken away."""

import copy
import random
from collections.abc import Callable

Book = dict[str, list[list[str]]]

_LISTS = [
    ["list_name", "name", "label"],
    ["yes_no", "1", "是"],
    ["yes_no", "2", "否"],
    ["big", "a", "甲"],
    ["big", "b", "乙"],
]
FORMS: tuple[Book, ...] = (
    {
        "survey": [
            [
                "type",
                "name",
                "label",
                "calculation",
                "relevant",
                "constraint",
                "parameters",
                "trigger",
                "save_to",
            ],
            ["text", "name", "姓名", "", "", "", "", "", "p1"],
            ["integer", "age", "年龄", "", "", ". > 0", "", "", ""],
            ["select_one yes_no", "ok", "同意", "", "${age} > 3", "", "", "", ""],
            ["begin repeat", "kids", "孩子", "", "", "", "", "", ""],
            ["text", "kid", "名", "", "", "", "", "", ""],
            ["range", "r", "评分", "", "", "", "start=1 end=5 step=1", "", ""],
            ["end repeat", "", "", "", "", "", "", "", ""],
            ["calculate", "c", "", "${age}+1", "", "", "", "", ""],
            ["text", "t", "触", "1+1", "", "", "", "${age}", ""],
            ["geopoint", "g", "点", "", "", "", "capture-accuracy=5", "", ""],
            ["select_multiple big", "m", "多", "", "", "", "randomize=true seed=4", "", ""],
            ["image", "p", "照", "", "", "", "max-pixels=10", "", ""],
        ],
        "choices": _LISTS,
        "entities": [["list_name", "label"], ["people", "${name}"]],
    },
    {
        "survey": [
            ["type", "name", "label", "parameters", "appearance"],
            ["begin group", "g", "组", "", "table-list"],
            ["select_one yes_no", "a", "一", "", ""],
            ["select_one yes_no", "b", "二", "", ""],
            ["end group", "", "", "", ""],
            ["begin group", "g2", "组二", "", "field-list"],
            ["text", "a", "字", "rows=3", ""],
            ["begin repeat", "r", "重", "", ""],
            ["integer", "n", "数", "", ""],
            ["end repeat", "", "", "", ""],
            ["end group", "", "", "", ""],
            ["audio", "au", "音", "quality=low", ""],
            ["note", "", "说明", "", ""],
            ["rank big", "rk", "排", "", ""],
            ["geoshape", "gs", "形", "incremental=true", ""],
        ],
        "choices": _LISTS,
        "settings": [["form_title", "form_id"], ["登记表", "f1"]],
    },
    {
        "survey": [
            ["type", "name", "label::中文 (zh)", "label::English (en)", "media::image::中文 (zh)"],
            ["text", "q1", "问", "Ask", ""],
            ["select_one yes_no or_other", "q2", "选", "Pick", "a.png"],
        ],
        "choices": [
            ["list name", "name", "label::中文 (zh)", "label::English (en)"],
            ["yes_no", "1", "是", "yes"],
            ["yes_no", "2", "否", "no"],
        ],
        "settings": [["form_title", "allow_choice_duplicates", "name"], ["题", "yes", "root"]],
    },
)
TYPES = (
    "text|integer|date|note|calculate|begin group|end group|begin repeat|end repeat|select_one yes_no|select_one nope|"
    "select_multiple big|rank yes_no|image|audit|hidden|start|select_one yes_no or_other|background-geopoint|unknown|TEXT|"
    "select_one|range|file|include"
)
VALUES = (
    "${name}|${nope}|${|${ a }|yes|no|1|a b|1abc|true()|. > 3|${a} and 1|中文|start=1 end=5|randomize=true|seed=3|rows=3|"
    "rows=x|a=1|quality=low|meta|data|table-list|label|x:y|a.b|_x|step=0"
)
HEADS = (
    "type|name|label|hint|relevant|relevance|constraint|calculation|parameters|trigger|appearance|choice_filter|required|"
    "default|read_only|repeat_count|label::English (en)|bind::relevant|guidance_hint|caption|disabled|value"
)


def spoilt(dice: random.Random) -> Book:
    """Return one of the forms with one to three things changed."""
    book = copy.deepcopy(dice.choice(FORMS))
    for _ in range(dice.randint(1, 3)):
        name = dice.choice([*book, "survey", "survey"])
        dice.choice(_WAYS)(dice, book[name])
    return book


def _somewhere(dice: random.Random, rows: list[list[str]]) -> int:
    return dice.randrange(1, len(rows)) if len(rows) > 1 else 0


def _change(dice: random.Random, rows: list[list[str]]) -> None:
    row, column = _somewhere(dice, rows), dice.randrange(len(rows[0]))
    if row:
        words = TYPES if rows[0][column] == "type" else VALUES
        rows[row][column] = dice.choice(["", *words.split("|")])


def _drop(dice: random.Random, rows: list[list[str]]) -> None:
    if row := _somewhere(dice, rows):
        del rows[row]


def _double(dice: random.Random, rows: list[list[str]]) -> None:
    if row := _somewhere(dice, rows):
        rows.insert(_somewhere(dice, rows), list(rows[row]))


def _swap(dice: random.Random, rows: list[list[str]]) -> None:
    one, other = _somewhere(dice, rows), _somewhere(dice, rows)
    if one:
        rows[one], rows[other] = rows[other], rows[one]


def _put_in(dice: random.Random, rows: list[list[str]]) -> None:
    new = {
        "type": dice.choice(TYPES.split("|")),
        "name": dice.choice(["a", "zz", "name", "1x"]),
        "label": "题",
    }
    if "type" in rows[0]:
        rows.insert(dice.randint(1, len(rows)), [new.get(head, "") for head in rows[0]])


def _rename(dice: random.Random, rows: list[list[str]]) -> None:
    head = dice.choice(HEADS.split("|"))
    if head not in rows[0]:
        rows[0][dice.randrange(len(rows[0]))] = head


def _add(dice: random.Random, rows: list[list[str]]) -> None:
    head = dice.choice(HEADS.split("|"))
    if head not in rows[0]:
        rows[0].append(head)
        for row in rows[1:]:
            row.append(dice.choice(["", "", *VALUES.split("|")]))


_WAYS: tuple[Callable[[random.Random, list[list[str]]], None], ...] = (
    _change,
    _change,
    _change,
    _drop,
    _double,
    _swap,
    _put_in,
    _rename,
    _add,
)
