"""Two columns of one form in other words are found, never made one, and the issuer's word holds for later editions."""

from datetime import UTC, datetime

from qingzhuang.match.grouping.group import group
from qingzhuang.match.grouping.repeats import id_of, repeats
from qingzhuang.match.grouping.rulings import rulings
from qingzhuang.match.people.queue import questions
from qingzhuang.match.people.shared import as_text, coming, read_shared
from qingzhuang.model.review import Reply, Said
from tests.match.grouping.test_group import form

AT = datetime(2026, 11, 2, 9, tzinfo=UTC)
ROSTER = form("2026年困难群众花名册", "姓名", "手机号码", "移动电话", "文化程度", "学历", "性别")


def labels(*columns: str) -> list[tuple[str, str]]:
    return [(each.one.label, each.other.label) for each in repeats(form("困难群众花名册", *columns))]


def word(reply: Reply) -> Said:
    first = repeats(ROSTER)[0]
    return Said(first.one, first.other, reply, "编名甲", "甲", AT)


def test_what_is_asked_twice_in_other_words_is_found_and_stays_two_asks() -> None:
    found = repeats(ROSTER)
    assert [(each.one.label, each.other.label) for each in found] == [
        ("手机号码", "移动电话"),
        ("文化程度", "学历"),
    ]
    assert "好像问的是同一项" in found[0].why
    assert all(len(each.members) == 1 for each in group([ROSTER]).groups)


def test_rounds_lists_printed_side_by_side_and_other_persons_are_no_repeats() -> None:
    assert labels("姓名", "第一次/走访日期", "第二次/走访日期", "第一次/走访时间") == []
    assert labels("类别", "数量", "类别", "数量") == []
    assert labels("姓名", "联系电话", "监护人/姓名", "监护人/联系电话") == []
    assert labels("姓名", "手机号码", "家庭住址") == []


def test_it_is_no_pair_of_the_queue() -> None:
    """The issuer is asked, not whoever fills the form."""
    assert not group([ROSTER]).unsure
    assert questions(group([ROSTER]), [ROSTER]) == ()


def test_the_word_holds_for_next_years_edition_and_for_no_other_form() -> None:
    said = rulings([word(Reply.APART)])
    later = repeats(form("2027年困难群众花名册", "姓名", "移动电话", "手机号码"))[0]
    other = repeats(form("高龄老人花名册", "姓名", "手机号码", "移动电话"))[0]
    assert later.id in said.twice
    assert other.id not in said.twice
    assert id_of(later.one, later.other) == id_of(later.other, later.one)


def test_it_is_no_word_on_pairs_of_different_forms() -> None:
    said = rulings([word(Reply.REPEATED)])
    assert (dict(said.pairs), said.alike) == ({}, ())


def test_another_office_brings_it_unless_it_contradicts() -> None:
    there = read_shared("a.yaml", as_text([word(Reply.APART)], "云泽县", "a.yaml").encode())
    assert len(coming(there, rulings([])).new) == 1
    assert coming(there, rulings([word(Reply.APART)])).known == 1
    ((theirs, ours),) = coming(there, rulings([word(Reply.REPEATED)])).against
    assert (theirs.reply, ours.reply) == (Reply.APART, Reply.REPEATED)
