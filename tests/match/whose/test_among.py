"""其中：女性 says its whole in the column before: what it counts follows from a list only where the list gives the whole."""

import pytest

from qingzhuang.match.decide import decide
from qingzhuang.match.people.shared import context_of, tree_of
from qingzhuang.match.whose.among import whole_of
from qingzhuang.match.whose.parse import parse
from qingzhuang.model.form import Item, Table, TableKind
from qingzhuang.model.place import Place
from qingzhuang.model.verdict import ItemContext, Verdict

LIST, REPORT = "杏花镇2026年6月水稻种植技术培训学员花名册", "杏花镇2026年6月水稻种植技术培训情况统计表"


def table(*paths: str) -> Table:
    items = tuple(Item(tuple(each.split("/")), Place("表", 3, at)) for at, each in enumerate(paths, 1))
    return Table("表", TableKind.LIST, None, columns=items)


@pytest.mark.parametrize(
    ("columns", "whole"),
    [
        (("单位", "学员人数（人）", "其中：女性"), "学员人数（人）"),
        (("学员人数", "其中：老年人", "其中：女性"), "学员人数"),
        (("培训/学员人数", "培训/其中：女性"), "学员人数"),
        (("学员人数", "其中/老年人", "其中/女性"), "学员人数"),
        (("学员人数", "培训/其中：女性"), None),
        (("其中：女性",), None),
        (("学员人数", "女性人数"), None),
    ],
)
def test_a_part_has_the_column_before_the_first_part_of_its_header_as_its_whole(
    columns: tuple[str, ...], whole: str | None
) -> None:
    found = table(*columns)
    assert whole_of(found.columns[-1], found) == whole


def part(label: str, whole: str, form: str = REPORT, parent: str | None = None) -> ItemContext:
    return ItemContext(label, form=form, row="村", parent=parent, whole=whole)


def test_a_part_is_counted_in_what_its_whole_is_counted_in() -> None:
    assert parse(part("其中：女性", "学员人数（人）")).dimension == "persons"
    assert parse(part("其中：补助资金（元）", "学员人数（人）")).dimension == "money"


def test_the_whole_is_kept_and_shared_with_the_item() -> None:
    item = part("其中：女性", "学员人数（人）")
    assert context_of(tree_of(item)) == item


def column(label: str, form: str = LIST, row: str = "人") -> ItemContext:
    return ItemContext(label, form=form, row=row)


@pytest.mark.parametrize(
    ("label", "figure"),
    [
        ("性别", "其中：女性"),
        ("身份证号", "其中：60周岁及以上"),
        ("年龄", "其中：60周岁及以上"),
        ("学员类型（种粮大户/合作社社员/散户）", "其中：种粮大户"),
        ("学员类型（种粮大户/合作社社员/散户）", "其中：合作社社员、散户"),
        ("是否取得结业证书", "其中：取得结业证书"),
    ],
)
def test_a_part_of_all_who_are_listed_follows_from_the_column_that_tells_it(label: str, figure: str) -> None:
    match = decide(column(label), part(figure, "水稻种植技术培训人数（人）"))
    assert (match.verdict, match.direction) == (Verdict.DERIVABLE, "a->b"), f"{match.rule} {match.why}"


@pytest.mark.parametrize("whole", ["新增学员人数（人）", "意向学员人数（人）", "果树修剪培训人数（人）"])
def test_a_part_of_anything_else_does_not(whole: str) -> None:
    assert decide(column("性别"), part("其中：女性", whole)).verdict is not Verdict.DERIVABLE


@pytest.mark.parametrize(
    ("label", "figure"),
    [
        ("学员类型（种粮大户/合作社社员/散户）", "其中：女性"),
        ("性别", "其中：种粮大户"),
        ("性别", "其中：脱贫户女性"),
        ("姓名", "其中：女性"),
        ("是否取得结业证书", "其中：取得技能等级证书"),
    ],
)
def test_a_column_gives_no_part_that_it_does_not_tell(label: str, figure: str) -> None:
    match = decide(column(label), part(figure, "水稻种植技术培训人数（人）"))
    assert match.verdict is not Verdict.DERIVABLE, f"{match.rule} {match.why}"


FIRES, MONTH = "杏花镇2026年6月秸秆着火登记表", "杏花镇2026年6月秸秆禁烧工作统计表"


@pytest.mark.parametrize(
    ("label", "figure", "follows"),
    [
        ("着火等级（一般/较大/重大）", "其中：较大及以上", True),
        ("着火原因", "其中：烧荒引发", True),
        ("着火地点", "其中：烧荒引发", False),
    ],
)
def test_grades_and_causes_of_events_are_counted(label: str, figure: str, follows: bool) -> None:
    match = decide(ItemContext(label, form=FIRES), part(figure, "秸秆着火起数（起）", MONTH))
    assert (match.verdict is Verdict.DERIVABLE) is follows, f"{match.rule} {match.why}"
