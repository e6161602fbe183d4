"""Of columns with one wording the one whose form, rows and role are most alike comes first."""

from qingzhuang.match.proposing.surroundings import Surroundings
from qingzhuang.match.vocabulary.load import default
from qingzhuang.match.whose.parse import parse
from qingzhuang.match.wording.slots import Slots
from qingzhuang.model.verdict import ItemContext


def slots(title: str | None, row: str | None = "人", label: str = "姓名") -> Slots:
    return parse(ItemContext(label, title, row), default())


KNOWN = [
    slots("湖区渔民安置花名册"),
    slots("水库移民后期扶持花名册"),
    slots("闸口值守登记表", "检查"),
    slots(None, None),
]


def test_the_most_alike_title_shares_most_whatever_year_and_place_it_prints() -> None:
    shared = Surroundings(KNOWN, default()).shared(slots("青禾镇2026年水库移民培训花名册"))
    assert max(range(len(KNOWN)), key=shared) == 1


def test_where_no_title_is_known_nothing_is_said_of_titles() -> None:
    signs = Surroundings(KNOWN, default()).signs(slots(None, None))
    assert [signs(number)[5] for number in range(len(KNOWN))] == [0, 0, 0, 0]


def test_another_property_counts_against() -> None:
    around = Surroundings(KNOWN, default())
    assert around.shared(slots("湖区渔民安置花名册"))(0) > around.shared(
        slots("湖区渔民安置花名册", label="年龄")
    )(0)
