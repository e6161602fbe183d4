"""A list that goes on beside itself lists everybody once."""

from qingzhuang.answer.folded import blocks_of, depth_of
from qingzhuang.model.form import Item, ItemType, Table, TableKind
from qingzhuang.model.place import Place


def _columns(*names: str) -> list[Item]:
    return [
        Item(
            (name,),
            Place("表", 2, at),
            type=ItemType.ROW_NUMBER if name.startswith("序号") else ItemType.TEXT,
        )
        for at, name in enumerate(names, 1)
    ]


def _names(*names: str) -> list[list[str]]:
    return [[item.label for item in block] for block in blocks_of(_columns(*names))]


def test_the_same_columns_with_numbers_again_are_one_list_in_two_blocks() -> None:
    assert _names("序号", "姓名", "电话", "序号#2", "姓名#2", "电话#2") == [
        ["序号", "姓名", "电话"],
        ["序号#2", "姓名#2", "电话#2"],
    ]


def test_what_is_not_wholly_the_same_or_begins_no_record_is_no_fold() -> None:
    for names in (
        ("序号", "姓名", "电话"),
        ("电话", "姓名", "电话#2", "姓名#2"),
        ("序号", "姓名", "序号#2", "电话"),
        ("序号", "姓名", "电话", "姓名#2", "电话#2"),
    ):
        assert _names(*names) == [list(names)]


def test_names_again_without_numbers_are_records_of_their_own_and_nobody_is_listed_twice() -> None:
    names = ("姓名", "电话", "姓名#2", "电话#2")
    blocks = blocks_of(_columns(*names))
    assert _names(*names) == [["姓名", "电话"], ["姓名#2", "电话#2"]]
    ruled = Table("表", TableKind.LIST, data_start_row=3, data_end_row=8)
    assert depth_of(ruled, blocks, 9) == 9, "they may be husband and wife: the right stays blank"


def test_the_right_block_begins_where_the_ruled_rows_end() -> None:
    two = blocks_of(_columns("序号", "姓名", "序号#2", "姓名#2"))
    ruled = Table("表", TableKind.LIST, data_start_row=3, data_end_row=8)
    assert [depth_of(ruled, two, count) for count in (4, 12)] == [6, 6]
    assert depth_of(ruled, two, 13) == 13, (
        "more than there is room for: one below the other, the right stays blank"
    )
    assert depth_of(Table("表", TableKind.LIST, data_start_row=3), two, 9) == 9, "nobody knows where it ends"
    assert depth_of(ruled, two[:1], 9) == 9
