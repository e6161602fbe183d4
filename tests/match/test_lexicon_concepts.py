"""The concept lexicon: each thing that an item can ask has one entry, and each word leads to one entry per object.

How many labels of the catalogue the lexicon alone knows (before subjects and qualifiers are cut off), when the
catalogue stands beside the repository. Not a promise and not tuned, hence not asserted:

    python - <<'PY'
    import yaml, pathlib
    known = {word for file in pathlib.Path("src/qingzhuang/match/lexicon/concepts").glob("*.yaml")
             for concept in yaml.safe_load(file.read_text("utf-8"))["concepts"]
             for word in [concept["name"], *concept["synonyms"]]}
    catalogue = yaml.safe_load(pathlib.Path("../shared/corpus/catalogue.yaml").read_text("utf-8"))
    plain = [label for label, element in catalogue["element_map"].items() if "@" not in element]
    print(sum(label in known for label in plain), "of", len(plain))
    PY
"""

import re
import unicodedata
from collections import Counter
from importlib.resources import files
from typing import Any

import pytest
import yaml

from qingzhuang.law.code_tables import code_tables
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType

KEYS = {
    "id", "name", "object", "type", "dimension", "unit", "standard", "codes", "lasts_days", "holder", "asked",
    "broader", "synonyms", "pinyin",
}  # fmt: skip
STANDARDS = (
    "GB 11643", "GA/T 543", "GA/T 543.1 DE00001", "GB/T 2260", "GB/T 2261.1", "GB/T 2261.2", "GB/T 2261.3",
    "GB/T 3304", "GB/T 4658", "GB/T 4761", "GB/T 4762", "GB/T 6565", "GB/T 7408", "GB/T 10114", "GB 32100",
    "GB/T 26341", "DB11/T 699.2", "国家统计局统计用区划代码",
)  # fmt: skip
ROLES = "户主|监护人|配偶|父亲|母亲|负责人|申请人|联系人|法定代表人|经营者|房东|承租人|当事人|责任人|帮扶人|检查人|巡查人"
PERSONAL = "电话|联系电话|联系方式|手机号?|身份证号?|住址|地址|性别|年龄|出生日期"
POPULATIONS = re.compile("^(户籍|常住|应|已|未|新增|累计|男|女|人均)")
# Words in which the qualifier cannot be cut off without changing what is asked.
INSEPARABLE = re.compile(
    "^(户籍(地|所|登|详|住|区|类|性|派|行|号)|常住地|应急|应对|应交|应发金额|应缴费用|应到|应参|应出席|应免"
    "|户籍$|已收金额|应用|未(就业|参保|缴费|种植|认证)|应聘|男女|人均(纯|可支配|收入|年收入|月收入))"
)


def documents() -> dict[str, dict[str, Any]]:
    """Read every file of the lexicon."""
    folder = files("qingzhuang.match") / "lexicon" / "concepts"
    found = sorted(
        (file for file in folder.iterdir() if file.name.endswith(".yaml")), key=lambda file: file.name
    )
    return {file.name: yaml.safe_load(file.read_text("utf-8")) for file in found}


DOCUMENTS = documents()
CONCEPTS: list[dict[str, Any]] = [concept for file in DOCUMENTS.values() for concept in file["concepts"]]
BY_ID = {concept["id"]: concept for concept in CONCEPTS}


def words(concept: dict[str, Any]) -> list[str]:
    """Name and synonyms: all that may stand over a column."""
    return [concept["name"], *concept["synonyms"]]


def owners(word: str) -> set[str]:
    """Ids of the concepts that know a word."""
    return {concept["id"] for concept in CONCEPTS if word in words(concept)}


def test_the_lexicon_knows_what_grassroots_forms_ask() -> None:
    assert len(CONCEPTS) >= 250


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_file_is_one_domain_named_after_it(name: str) -> None:
    assert set(DOCUMENTS[name]) == {"domain", "concepts"}
    assert name == f"{DOCUMENTS[name]['domain']}.yaml"


def test_every_id_is_used_once_and_spelled_as_object_class_and_property() -> None:
    assert [name for name, times in Counter(concept["id"] for concept in CONCEPTS).items() if times > 1] == []
    assert [name for name in BY_ID if not re.fullmatch(r"[a-z]+\.[a-z][a-z_]*", name)] == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_concept_has_the_agreed_keys_with_values_of_the_agreed_kinds(name: str) -> None:
    for concept in DOCUMENTS[name]["concepts"]:
        check_kinds(concept)


def check_kinds(concept: dict[str, Any]) -> None:
    """Fail where a value is not of its kind; an unquoted `no` or `2024` would be one."""
    assert set(concept) == KEYS
    assert concept["type"] in set(ItemType)
    assert concept["object"] is None or concept["object"] in set(SubjectKind)
    assert isinstance(concept["asked"], bool)
    assert concept["lasts_days"] is None or concept["lasts_days"] > 0
    assert concept["holder"] is None or isinstance(concept["holder"], str)
    texts = [
        concept["name"],
        concept["standard"],
        *concept["codes"],
        *concept["synonyms"],
        *concept["pinyin"],
    ]
    assert all(isinstance(text, str) for text in texts)


def test_only_a_quantity_has_a_unit_and_then_also_a_dimension() -> None:
    for concept in CONCEPTS:
        assert (concept["unit"] is None) == (concept["dimension"] is None), concept["id"]
        assert concept["unit"] is None or concept["type"] in {"integer", "number"}, concept["id"]


def test_a_unit_always_means_the_same_dimension() -> None:
    pairs = {(concept["unit"], concept["dimension"]) for concept in CONCEPTS if concept["unit"]}
    assert len(pairs) == len({unit for unit, _ in pairs})


def test_a_yes_or_no_offers_exactly_two_words() -> None:
    assert all(
        concept["codes"] in ([], ["是", "否"], ["有", "无"])
        for concept in CONCEPTS
        if concept["type"] == "yesno"
    )


def test_standards_are_those_that_were_looked_up() -> None:
    named = {part for concept in CONCEPTS for part in concept["standard"].split("; ") if part}
    assert named <= set(STANDARDS) | {table.standard for table in code_tables().values()}


def test_a_broader_concept_exists_and_no_chain_runs_in_a_circle() -> None:
    for concept in CONCEPTS:
        seen, above = {concept["id"]}, concept["broader"]
        while above is not None:
            assert above in BY_ID, concept["id"]
            assert above not in seen, concept["id"]
            seen.add(above)
            above = BY_ID[above]["broader"]


def test_a_word_leads_to_one_concept_for_each_object() -> None:
    times = Counter((concept["object"], word) for concept in CONCEPTS for word in words(concept))
    assert [pair for pair, count in times.items() if count > 1] == []


def test_pinyin_initials_are_small_letters_and_lead_to_one_concept_for_each_object() -> None:
    pairs = Counter((concept["object"], code) for concept in CONCEPTS for code in concept["pinyin"])
    assert [code for _, code in pairs if not re.fullmatch("[a-z]{1,12}", code)] == []
    assert [pair for pair, count in pairs.items() if count > 1] == []


def test_words_are_normalised() -> None:
    """No white space, no colon, no star; ASCII is half-width."""
    for word in (word for concept in CONCEPTS for word in words(concept)):
        assert word == unicodedata.normalize("NFKC", word), word
        assert re.search(r"[\s:*]", word) is None, word


def test_a_role_and_a_property_are_two_slots_and_never_one_word() -> None:
    """户主身份证号 is the ID number of the head: the role is not part of any concept."""
    mixed = re.compile(f"^({ROLES})({PERSONAL})$")
    assert [word for concept in CONCEPTS for word in words(concept) if mixed.match(word)] == []
    assert owners("户主姓名") == owners("监护人姓名") == owners("户主") == set()


def test_a_population_or_status_is_a_slot_unless_it_cannot_be_cut_off() -> None:
    all_words = [word for concept in CONCEPTS for word in words(concept) if POPULATIONS.match(word)]
    assert [word for word in all_words if not INSEPARABLE.match(word)] == []


@pytest.mark.parametrize(
    "word", ["户籍人口", "常住人口", "户籍户数", "已参保人数", "新增低保户数", "女性人数"]
)
def test_a_qualified_count_is_no_concept_of_its_own(word: str) -> None:
    """户籍人口 is the population, qualified by registration: title and label then say it alike."""
    assert owners(word) == set()


@pytest.mark.parametrize(
    "different",
    [
        ["户籍地址", "现居住地址", "通讯地址", "房屋地址", "经营地址", "出生地", "籍贯"],
        ["联系电话", "手机号", "固定电话", "单位电话", "其他联系方式"],
        ["公民身份号码", "证件号码", "残疾证号", "社保卡号", "医保编号", "银行账号", "学籍号", "学号"],
        ["文化程度", "学位", "毕业院校", "专业"],
        ["总人口", "流动人口", "家庭人口", "劳动力人数", "总户数", "人数"],
        ["建筑面积", "占地面积", "使用面积", "住房面积", "宅基地面积", "耕地面积", "承包面积", "确权面积", "播种面积"],
        ["残疾类别", "残疾等级", "残疾证号", "是否残疾", "伤残等级", "残疾类别及等级"],
        ["是否低保", "低保类别", "低保金额", "低保起始日期", "低保标准", "保障人数"],
        ["工资性收入", "经营性收入", "财产性收入", "转移性收入", "家庭年收入", "人均纯收入", "人均收入", "家庭纯收入"],
        ["出生日期", "登记日期", "检查日期", "整改完成日期", "整改期限", "入党时间", "转正时间", "填报日期", "走访日期"],
        ["检查日期", "巡查日期", "走访日期", "排查日期", "核查日期", "调查日期", "活动日期", "会议日期"],
        ["存栏数", "出栏数", "免疫数", "能繁母猪"],
        ["统一社会信用代码", "营业执照号", "组织机构代码", "纳税人识别号"],
        ["隐患描述", "整改措施", "整改期限", "整改情况", "检查结果", "发现问题", "复查情况"],
        ["层数", "所在楼层", "房屋间数", "房产数量"],
        ["参保状态", "参保类型", "医保类型", "医保参保情况", "养老保险参保情况", "养老保险类型"],
        ["不动产权证号", "宅基地使用证号", "确权证号", "土地使用证号", "承包合同编号"],
        ["村社区", "村民小组", "自然村", "所属网格", "乡镇街道"],
        ["健康状况", "慢性病类型", "大病类型", "疾病状况", "生活自理能力"],
    ],
)  # fmt: skip
def test_look_alikes_stay_apart(different: list[str]) -> None:
    found = [owners(word) for word in different]
    assert all(len(owner) == 1 for owner in found)
    assert len(set.union(*found)) == len(different)


@pytest.mark.parametrize(
    "same",
    [
        ["身份证号", "公民身份号码", "居民身份证号码", "身份证"],
        ["文化程度", "学历", "受教育程度"],
        ["现居住地址", "家庭住址", "现住址"],
        ["户籍地址", "户口所在地", "户籍地"],
        ["手机", "手机号码", "移动电话"],
        ["银行账号", "银行卡号", "一卡通账号", "卡号"],
        ["家庭人口", "家庭人口数", "家庭人数"],
        ["行政村", "村(社区)", "所属社区"],
        ["就读学校", "学校名称", "娃的学校"],
        ["整改期限", "完成时限", "整改时限"],
    ],
)
def test_words_that_clerks_use_for_one_thing_meet(same: list[str]) -> None:
    found = [owners(word) for word in same]
    assert all(found)
    assert len(set.union(*found)) == 1


@pytest.mark.parametrize("word", ["备注", "说明", "序号", "编号", "签名", "盖章", "合计", "填表人", "审核人"])
def test_what_is_not_a_fact_is_never_asked(word: str) -> None:
    assert [BY_ID[name]["asked"] for name in owners(word)] == [False]


def test_general_and_special_telephones_are_linked() -> None:
    for word in ("手机号", "固定电话", "单位电话", "其他联系方式"):
        (special,) = owners(word)
        assert owners("联系电话") == {BY_ID[special]["broader"]}
