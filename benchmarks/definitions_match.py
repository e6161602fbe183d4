"""Definitions in matching: pairs of one label whose notes mean the same in other words, or something else, beside what was done before
(notes not read) and beside the notes' words compared as text. All wordings are invented. Run: python -m benchmarks.definitions_match"""

from collections import Counter
from collections.abc import Callable, Mapping
from itertools import combinations

from qingzhuang.intake.definitions.read import definition_of
from qingzhuang.match.decide import decide
from qingzhuang.model.verdict import ItemContext, Verdict

MEANINGS: dict[str, list[list[str]]] = {
    "老年人数": [
        ["60周岁以上（含60周岁）", "年满60周岁", "六十周岁及以上的老人", "达到60周岁的居民"],
        ["65周岁及以上", "年满六十五周岁", "65岁（含）以上"],
        ["超过60周岁", "60周岁以上（不含60周岁）"],
        ["60虚岁以上", "虚岁：年满60虚岁"],
    ],
    "学龄前儿童数": [
        ["3至5周岁", "年满3周岁、不满6周岁", "3周岁以上6周岁以下（不含6周岁）不含6周岁"],
        ["不满6周岁", "未满六周岁的儿童"],
        ["3-6周岁", "满3周岁至6周岁（含6周岁）"],
    ],
    "总人口": [
        ["按户籍人口口径统计", "户口登记在本村的人口", "户籍在本村的人"],
        ["按常住人口口径统计", "不论户籍，按实际居住地统计"],
        ["指户籍不在本村的外来人口"],
    ],
    "常住人口": [
        ["居住半年以上", "实际居住满6个月", "住满六个月的人"],
        ["居住三个月以上", "连续居住满3个月"],
        ["居住满1年", "居住满12个月"],
    ],
    "低保户数": [
        ["截至12月31日", "以年末数为准", "统计时点为12月31日"],
        ["截至6月30日", "以6月30日的数据为准"],
        ["上年末在册数", "截至上年12月31日"],
    ],
    "户数": [
        ["不含空挂户", "空挂户不计入", "剔除空挂户"],
        ["含空挂户", "空挂户也计入"],
        ["不含空挂户和集体户", "扣除空挂户及集体户"],
    ],
    "村集体收入": [
        ["1月1日至12月31日累计数", "1-12月累计"],
        ["1月1日至6月30日累计数", "1—6月累计"],
        ["不含上级拨款", "上级拨款除外"],
        ["含上级拨款", "上级拨款计入"],
    ],
}
LATER: dict[str, list[list[str]]] = {
    "在校学生数": [
        ["学年初（9月1日）在册学生", "以9月1日在册数为准"],
        ["以学期末实际在校人数为准", "学期末数"],
        ["含休学学生", "休学学生也计入"],
        ["休学学生不再统计", "不含休学学生", "剔除休学学生"],
    ],
    "市场主体数": [
        ["按工商登记口径", "以工商登记口径统计"],
        ["按在地口径统计", "采用在地统计口径"],
        ["只统计实际经营", "限于实际经营的"],
        ["截至月末", "月末数"],
    ],
    "用水量": [
        ["1月1日至6月30日累计数", "1-6月累计"],
        ["去年12月26日至今年12月25日", "上年12月26日至本年12月25日"],
        ["扣除漏损水量", "漏损水量不计", "漏损水量除外"],
        ["含漏损水量"],
    ],
    "供水人口": [
        ["居住满3个月", "住满三个月的人"],
        ["按户籍人口口径统计", "户籍在本村的人"],
        ["含学校集体人口", "包括学校集体人口"],
    ],
}
"""Written and first run when one note alone that tells more became a question: spans, inclusions, other ways of counting."""


def _item(label: str, note: str, *, read: bool) -> ItemContext:
    return ItemContext(
        label, form="各村情况统计表", row="村", definition=definition_of(note) if read else None
    )


def ours(label: str, one: str, other: str) -> Verdict:
    """The verdict with definitions as data."""
    return decide(_item(label, one, read=True), _item(label, other, read=True)).verdict


def before(label: str, one: str, other: str) -> Verdict:
    """The verdict without them."""
    return decide(_item(label, one, read=False), _item(label, other, read=False)).verdict


def as_text(_label: str, one: str, other: str) -> Verdict:
    """Equal only when the notes are the same words."""
    return Verdict.EQUAL if one == other else Verdict.DISTINCT


def counts(judge: Callable[[str, str, str], Verdict], texts: Mapping[str, list[list[str]]]) -> Counter[str]:
    """Pairs by what they mean and what was said."""
    found = Counter[str]()
    for label, meanings in texts.items():
        told = [(at, note) for at, notes in enumerate(meanings) for note in notes]
        for (mine, one), (theirs, other) in combinations(told, 2):
            verdict = judge(label, one, other)
            found[f"{'same' if mine == theirs else 'other'} {verdict.value}"] += 1
    return found


def main() -> None:
    """Print equal, unsure and other verdicts of both kinds of pairs."""
    judges = {"ours": ours, "notes not read": before, "notes as text": as_text}
    for name, judge, texts in (
        (name, judge, texts) for texts in (MEANINGS, LATER) for name, judge in judges.items()
    ):
        found = counts(judge, texts)
        same = sum(count for key, count in found.items() if key.startswith("same"))
        other = sum(count for key, count in found.items() if key.startswith("other"))
        print(
            f"{name:15} other meaning called equal {found['other equal']}/{other} (unsure {found['other unsure']}); "
            f"same meaning called equal {found['same equal']}/{same} (unsure {found['same unsure']})"
        )


if __name__ == "__main__":
    main()
