"""A basis names a document or a day, a purpose names a deed; what names neither says nothing."""

import pytest

from qingzhuang.check.saying.empty import BASIS, PURPOSE, says_nothing


@pytest.mark.parametrize(
    "words",
    [
        "上级要求",
        "上级要求。",
        "按照上级文件要求",
        "县里文件",
        "有关规定第三条",
        "领导安排",
        "工作需要",
        "x",
        "无",
        "……",
        "根据相关会议精神",
        "11",
    ],
)
def test_a_basis_that_names_no_document_says_nothing(words: str) -> None:
    assert says_nothing(words, BASIS)


@pytest.mark.parametrize(
    "words",
    [
        "冬季关爱方案第三条",
        "民发〔2024〕12 号",
        "《残疾人保障法》第十一条",
        "县委 11 月 3 日常委会",
        "每季度核对一次",
        "民政局通知",
    ],
)
def test_a_basis_that_names_one_is_taken(words: str) -> None:
    assert not says_nothing(words, BASIS)


@pytest.mark.parametrize(
    "words", ["了解", "了解情况", "摸底统计", "工作需要", "x", "备案存档。", "用", "aaaa"]
)
def test_a_purpose_that_names_no_deed_says_nothing(words: str) -> None:
    assert says_nothing(words, PURPOSE)


@pytest.mark.parametrize(
    "words",
    [
        "安排入户帮扶",
        "发 12 月的取暖补助",
        "核对名册。",
        "按人上门，走访完即删。",
        "发补助。",
        "了解取暖方式，换炉子",
    ],
)
def test_a_purpose_that_names_one_is_taken(words: str) -> None:
    assert not says_nothing(words, PURPOSE)
