"""A nation of columns: the labels of real tables (`QZ_CORPUS`), re-issued by many counties' offices as they re-issue forms:
another title, another year, a column left out, one borrowed from elsewhere. Seeded; nothing of the labels is printed.
"""

import csv
import gzip
import os
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from qingzhuang.model.verdict import ItemContext

CORPUS = Path(os.environ.get("QZ_CORPUS", Path(__file__).resolve().parents[2] / "shared" / "corpus"))
_FIRST, _SECOND = "云青柳松石桃白金清安永和兴平宁长", "泽溪河岭桥塘湾川坪源山湖城阳林原"
_OFFICES = (
    "民政局",
    "农业农村局",
    "卫健局",
    "应急局",
    "残联",
    "人社局",
    "住建局",
    "公安局",
    "信用联社",
    "统计局",
    "组织部",
    "乡村振兴局",
)
_TOPICS = (
    *("防返贫监测对象", "高龄津贴", "残疾人服务", "流动人口", "农村危房", "惠农补贴", "森林防火", "矛盾纠纷", "基本公卫", "就业帮扶"),
    *("企业安全", "沿街商铺", "出租房屋", "重点人群", "农户信用", "贷款客户", "机构管理", "车辆", "网格事件", "志愿服务"),
    *("土地流转", "医保参保", "义务教育", "困难家庭", "退役军人", "食品经营", "燃气用户", "河道巡查", "项目建设", "党员教育"),
)  # fmt: skip
_KINDS = (
    ("人", "花名册"),
    ("户", "登记表"),
    ("企业", "台账"),
    ("村", "统计表"),
    ("检查", "检查记录表"),
    (None, "情况表"),
)
_LEFT_OUT, _BORROWED = 0.08, 3


def columns(count: int, seed: int = 7) -> Iterator[tuple[int, ItemContext]]:
    """Yield `count` columns as (number of the form, item in its context). Raises FileNotFoundError without the corpus."""
    dice = random.Random(seed)  # noqa: S311 - invented material
    tables = _tables()
    everything = [label for labels in tables for label in labels]
    made = form = 0
    while made < count:
        for number, labels in enumerate(tables):
            row, tail = _KINDS[number % len(_KINDS)]
            place = f"{dice.choice(_FIRST)}{dice.choice(_SECOND)}{dice.choice(('县', '区', '市'))}"
            office = _OFFICES[number % len(_OFFICES)]
            title = f"{place}{dice.choice((2024, 2025, 2026))}年{_TOPICS[number % len(_TOPICS)]}{tail}"
            kept = [each for each in labels if dice.random() > _LEFT_OUT]
            kept += dice.sample(everything, dice.randrange(_BORROWED))
            for label in dict.fromkeys(kept):
                yield form, ItemContext(label, title, row, issuer=f"{place}{office}")
                made += 1
                if made == count:
                    return
            form += 1


def labels_of(vendor: str | None, without: bool = False) -> list[str]:
    """Distinct labels of one vendor, of all, or of all others. Raises FileNotFoundError without the corpus."""
    rows = ((row["repo"], row["label"]) for row in rows_of_labels())
    return list(dict.fromkeys(label for repo, label in rows if vendor is None or (repo == vendor) != without))


def rows_of_labels() -> Iterator[dict[str, str]]:
    """Yield the rows that have a label: repo, path, kind, code, label."""
    with gzip.open(CORPUS / "labels.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        yield from (
            row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE) if row["label"]
        )


def _tables() -> list[list[str]]:
    found: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows_of_labels():
        found[row["repo"], row["path"]].append(row["label"])
    return list(found.values())
