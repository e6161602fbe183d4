"""Columns meet whose words are not alike, where one tells the other; words that very many share propose nothing."""

from qingzhuang.match.grouping.known import Known
from qingzhuang.match.proposing.answered import answered
from qingzhuang.match.whose.parse import parse
from tests.match.pairing import item

NUMBER = parse(item("北斗终端编号 | 渔船登记表 | 渔船"))
ASKED = parse(item("是否安装北斗终端 | 渔船检查表 | 检查"))


def test_a_yes_or_no_meets_the_number_of_its_thing() -> None:
    other = parse(item("船长姓名 | 渔船登记表 | 渔船"))
    assert answered([other, NUMBER, ASKED]) == {(1, 2)}


def test_a_column_of_the_same_form_and_a_crowd_are_not_proposed() -> None:
    same = parse(item("是否安装北斗终端 | 渔船登记表 | 渔船"))
    assert not answered([NUMBER, same])
    crowd = [parse(item(f"北斗终端编号 | 渔船登记表{at} | 渔船")) for at in range(300)]
    assert not answered([*crowd, ASKED])


def test_a_new_form_finds_what_tells_its_columns() -> None:
    assert [hit.outcome.verdict for hit in Known([NUMBER]).find(ASKED)] == ["derivable"]
    assert [hit.outcome.verdict for hit in Known([ASKED]).find(NUMBER)] == ["derivable"]
