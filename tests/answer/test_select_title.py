"""A title lists those it names; a title that is not understood lists nobody."""

import pytest

from qingzhuang.answer.select_catalogue import default_catalogue, load
from qingzhuang.answer.select_title import age_population, read_title
from qingzhuang.model.element import SubjectKind

PERSON = SubjectKind.PERSON


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("青山县红旗镇2026年度农村低保对象花名册", {"低保对象"}),
        ("低保、特困人员花名册", {"低保对象", "特困人员"}),
        ("残疾人基本情况登记表", {"残疾人"}),
        ("重度残疾人名册", {"重度残疾人"}),
        ("2026年第二季度高龄津贴发放花名册", {"高龄津贴"}),
        ("60岁以上老年党员名册", {"60岁以上", "老年人", "中共党员"}),
        ("村民信息表", set()),
        ("慢性病患者随访管理登记表", {"慢性病患者"}),
        ("乡村公益性岗位人员花名册", {"公益性岗位人员"}),
        ("妇女两癌筛查登记表", {"妇女两癌筛查"}),
        ("独生子女父母奖励金发放表", {"独生子女父母"}),
        ("实有人口信息登记表", {"实有人口"}),
        ("东庄社区居民登记表", set()),
    ],
)
def test_the_populations_of_a_title(title: str, names: set[str]) -> None:
    meant = read_title(title, PERSON, default_catalogue())
    found = {population.name for population in meant.populations}
    assert meant.known
    assert found == names


@pytest.mark.parametrize(
    "title",
    [
        "退出低保对象名单",
        "未参保残疾人名单",
        "新增党员花名册",
        "困难党员名册",
        "低保家庭大学生名单",
        "老年大学学员名册",
        "残疾人志愿者登记表",
        "孤寡老人排查表",
        "留守（空巢、独居）老人登记表",
        "防汛转移人员名单",
        "非低保困难户人员名单",
        "低保对象动态变化情况表",
    ],
)
def test_a_title_that_narrows_or_turns_in_words_unknown_lists_nobody(title: str) -> None:
    assert not read_title(title, PERSON, default_catalogue()).known


def test_what_is_done_with_the_people_named_is_only_a_doubt() -> None:
    meant = read_title("65岁及以上老年人健康体检登记表", PERSON, default_catalogue())
    assert meant.known
    assert meant.rest == "健康体检"


def test_side_by_side_means_either_one_within_the_other_means_both() -> None:
    assert read_title("低保和特困人员名册", PERSON, default_catalogue()).any_of
    assert not read_title("残疾党员名册", PERSON, default_catalogue()).any_of


@pytest.mark.parametrize(
    ("words", "least", "most"),
    [
        ("80周岁以上", 80, None),
        ("65岁及以上", 65, None),
        ("年满60周岁以上", 60, None),
        ("14岁以下", None, 14),
        ("不满16周岁", None, 15),
        ("未满18岁", None, 17),
        ("超过60岁", 61, None),
        ("60-79周岁", 60, 79),
        ("60至69岁", 60, 69),
        ("0—3岁", 0, 3),
    ],
)
def test_ages_are_read_as_the_civil_code_counts_them(words: str, least: int | None, most: int | None) -> None:
    """以上 and 以下 include the number, 不满 and 超过 do not (article 1259)."""
    found = age_population(f"{words}人员名册")
    assert found is not None
    (test,) = found[0].tests[PERSON]
    assert (test.least, test.most) == (least, most)


def test_a_title_without_an_age_has_none() -> None:
    assert age_population("2026年党员名册") is None


def test_every_population_has_words_of_its_own() -> None:
    words = [word for population in default_catalogue().populations for word in population.words]
    assert len(words) == len(set(words))


def test_a_catalogue_of_ones_own_is_read_the_same_way() -> None:
    catalogue = load(
        {
            "populations": [{"words": ["志愿者"], "person": [{"key": "person.is_volunteer"}]}],
            "everyone": {"person": ["人员"]},
            "neutral": ["名册"],
            "changing": ["非"],
        }
    )
    assert read_title("志愿者名册", PERSON, catalogue).populations[0].name == "志愿者"
    assert not read_title("非志愿者名册", PERSON, catalogue).known


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("柳湾村耕地地力保护补贴面积登记表", "耕地地力保护补贴"),
        ("农村危房改造对象台账", "危房改造对象"),
        ("养殖户信息登记表", "养殖户"),
    ],
)
def test_the_populations_of_households(title: str, name: str) -> None:
    meant = read_title(title, SubjectKind.HOUSEHOLD, default_catalogue())
    assert meant.known
    assert [each.name for each in meant.populations] == [name]


@pytest.mark.parametrize("title", ["就业人员登记表", "补贴发放人员名单", "体检人员名单", "种植大户信息台账"])
def test_what_is_done_with_people_does_not_make_them_everybody(title: str) -> None:
    kind = SubjectKind.HOUSEHOLD if "户" in title else PERSON
    assert not read_title(title, kind, default_catalogue()).known
