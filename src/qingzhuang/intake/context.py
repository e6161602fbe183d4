"""What a form says about itself: who asks, for which time, and what one row is about."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qingzhuang.intake.layout.inline import pairs
from qingzhuang.intake.layout.text import squash
from qingzhuang.intake.period import find_period
from qingzhuang.intake.row_thing import thing_of
from qingzhuang.model.form import Form, ItemType, Period, TableKind

_OFFICE_LABELS = ("制表单位", "制表机关", "发文单位", "印发单位", "主管部门", "制定机关", "汇总单位", "制表")
_OFFICE = re.compile(
    r"([\u4e00-\u9fff]{2,20}?(委员会办公室|领导小组办公室|工作委员会|委员会|管理局|监督局|办公室|人民政府|组织部|宣传部|统战部|"
    r"政法委|纪委监委|民政局|教育局|公安局|司法局|财政局|卫健委|卫生健康委|农业农村局|统计局|应急管理局|乡村振兴局|医保局|残联|妇联|"
    r"团委|工会|总工会|红十字会|局|厅|中心|街道办事处|指挥部))(印制|制表|制|编制|印发|监制|$|[）)])"
)
_PERIOD_LABELS = (
    "统计日期",
    "统计时间",
    "报告期",
    "统计期",
    "填报日期",
    "填表日期",
    "报送时间",
    "日期",
    "时间",
    "截止日期",
    "月份",
    "年度",
)
_STATING = (
    "统计时点", "数据时点", "时点", "统计日期", "统计截止日期", "统计截止时间", "数据截止日期", "数据截止时间", "截止日期", "截止时间"
)  # fmt: skip
"""Labels of the day of the figures; 填报日期 is the day of filling."""
_ENTITIES = (
    ("检查", ("检查表", "检查记录", "巡查记录", "检查台账", "巡查台账", "排查表", "排查台账", "排查登记", "巡查表", "检查登记", "走访记录")),
    ("事件", ("事件", "案件", "纠纷", "信访", "诉求", "工单", "事故", "会议记录", "活动记录")),
    ("企业", ("企业", "公司", "商户", "个体工商户", "店铺", "经营主体", "市场主体", "厂", "门店", "九小场所", "合作社")),
    ("车辆", ("车辆", "机动车", "电动车")),
    ("地块", ("地块", "耕地", "宅基地", "宗地", "承包地", "撂荒地")),
    ("房屋", ("房屋", "出租屋", "危房", "自建房")),
    ("项目", ("项目",)),
    ("户", ("农户", "住户", "家庭", "贫困户", "脱贫户", "户主", "困难户", "入户", "低保户", "五保户", "户籍户", "监测户")),
    ("人", ("人员", "花名册", "名单", "名册", "党员", "干部", "学生", "教师", "老人", "老年人", "儿童", "妇女", "残疾人", "群众", "志愿者",
            "退役军人", "职工", "居民", "村民", "个人", "会员", "患者", "申请人", "流动人口", "对象")),
    ("村", ("各村", "行政村", "村（社区）", "村居", "社区", "各乡镇", "村级", "分村")),
)  # fmt: skip
_KEY_COLUMNS = (
    ("村", ("村名", "行政村", "村（社区）", "村（居）", "村居名称", "社区名称", "村社区", "所属村")),
    ("户", ("户主姓名", "户主", "户编号", "户号")),
    ("企业", ("企业名称", "单位名称", "店名", "店铺名称", "场所名称", "商户名称", "公司名称", "机构名称", "字号名称", "字号", "纳税人名称", "统一社会信用代码", "经营者")),
    ("检查", ("检查日期", "检查时间", "检查人", "巡查时间", "巡查日期", "巡查人", "检查情况", "走访日期", "走访时间", "探访日期", "探访时间", "入户日期", "入户时间", "慰问日期", "谈话日期", "谈话时间", "值班日期", "值班时间")),
    ("人", ("姓名", "身份证号", "身份证号码", "公民身份号码", "证件号码", "身份证件号码", "居民身份证号码", "性别", "出生年月")),
    ("地块", ("地块编号", "地块名称", "四至")),
    ("项目", ("项目名称", "项目编号")),
    ("学校", ("学校名称",)),
    ("车辆", ("车牌号", "车牌号码", "号牌号码", "号牌", "车辆号牌", "车辆牌号", "机动车号牌", "车架号", "车辆识别代号", "车辆识别码", "发动机号")),
    ("合同", ("合同编号", "合同号", "合同号码", "协议编号", "协议号")),
    ("事件", ("事件名称", "案件编号", "事由", "活动日期", "活动时间", "会议日期", "会议时间", "演练日期", "演练时间")),
)  # fmt: skip


_DEADLINE = re.compile(r"[^，,。；;]*[日号月](?:之|以)?前[^，,。；;]{0,8}(?:报|交|送|反馈|完成)[^，,。；;]*")
"""By when to hand in is not the time that a form speaks of."""
_REGISTER, _OF_AN_ACT = (
    re.compile(r"排查(?:表|台账|登记)"),
    re.compile(r"时间|日期|[检排巡]查人|隐患|问题|整改"),
)
"""A 排查台账 whose columns tell of no act is a register of whom or what was looked at."""
_NAMED = re.compile(r"名称|编号|编码|姓名|户主|地址|位置|地点|坐落|点位")
_VILLAGES = {"村", *dict(_KEY_COLUMNS)["村"]}
_OF_A_VILLAGE = re.compile(
    r"^(?:总户数|农户数|总人口数?|常住人口数?|户籍人口数?|(?:自然村|村民小组|网格)(?:个数|数量|数))$"
)
"""A look at villages: nothing smaller is named, and something is said of each village as a whole."""
_PEOPLE_LISTED = re.compile(r"人员(?:花名册|名册|台账|名单|信息表|登记表|登记册|一览表)")
"""承租人员台账 of rented houses lists people, where no column says otherwise."""
_OF_CASES = re.compile(
    r"(?:当事人|受害人|被害人|信访人|信访人员|来访人员|上访人员|涉案人员|伤亡人员|遇难人员|受伤人员|失联人员|死亡人员|受助人员|被困人员|参会人员|参与人员|参加人员)(?:基本)?(?:信息|情况)?(?:花名册|名册|台账|名单|信息表|登记表|登记册|一览表|明细表|情况表|表)$"
)
"""案件受害人登记表 lists people, though a title with 案件 lists cases."""
_ANOTHERS = re.compile(
    r"(?:(?:责任|负责|联系|联络|管理|管护|看护|养护|巡护|经办|填报|填表|审核|代表|监护|使用|产权|所有|驾驶|押运|照管|叫应|传达|接收|接报|承包|经营|检查|排查|巡查|保管|库管|仓管|值守|值班|报送|包保|帮扶|安全|网格|信息|护林|保洁)(?:人员|人|员|者)|业主|车主|书记|[河湖林田路段站校园院所库库][长主])(?:信息|情况)?$"
)
"""A header of somebody who answers for the row, or owns it: whose 姓名 stands below is not what the row is."""
_COUNTS = re.compile(r"(?:统计|汇总|月报|季报|半年报|年报|日报|周报)表?(?:[（(].*)?$")
_RECORDED, _WHEN = re.compile(r"记录(?:明细|台账|表|簿|$)|日志|流水"), re.compile(r"(?:日期|时间)$")
"""A record of what was done day by day, with the day among the first columns."""
_NOTES = re.compile(r"[（(][^（()）]*[)）]")
_VILLAGE_ALONE = {"村", "社区", "村居", "村别"}
_OWN_NUMBER = {"身份证号", "身份证号码", "公民身份号码", "居民身份证号码"}
_OF_PERSONS = {"性别", "民族", "文化程度", "学历", "出生年月", "出生日期"}
_BODY_NAMED = re.compile(
    r"(?!所[在属]|工作|就业|务工|用工|供货)[\u4e00-\u9fff]{0,4}?(?:农场|合作社|门店|商店|商铺|店铺|工厂|加工厂|养殖场|作坊|诊所|药店|市场主体|经营主体)名称"
)
"""A body by name; 所在企业名称 and the like may be where a person works."""
_OWN_NAME = {"姓名", "与户主关系"}


def issuer_of(form: Form, lines: Iterable[str]) -> str | None:
    """Return the office that asks, as far as the form names it, or None."""
    texts = tuple(lines)
    for text in texts:
        for label, value in pairs(text):
            if label in _OFFICE_LABELS and squash(value):
                return squash(value)
    for text in texts:
        bare = squash(text)
        found = _OFFICE.search(bare) if len(bare) <= 40 and bare != squash(form.title or "") else None
        if found and ("：" not in bare or bare.endswith(found.group(3) or "制")):
            return found.group(1)
    return None


def period_of(form: Form, lines: Iterable[str]) -> Period | None:
    """Return the time that the form speaks of: from its title, else from its date lines. None when it names none."""
    if form.title and (found := find_period(form.title)):
        return found
    for text in lines:
        told = [(label, value) for label, value in pairs(text) if label in (*_STATING, *_PERIOD_LABELS)]
        labelled = [value for _label, value in told]
        for piece in labelled or ([text] if len(squash(text)) <= 30 else []):
            if found := find_period(_DEADLINE.sub("", squash(piece))):
                return replace(found, stated=(piece in (value for label, value in told if label in _STATING)))
    return None


def row_entity_of(form: Form) -> str | None:
    """Return what one row or one card is about, or None. Key columns speak first, then the words of the title."""
    told = [item for item in form.items if item.type is not ItemType.ROW_NUMBER]
    labels = [item.label for item in told]
    title = form.title or ""
    by_title = next((entity for entity, words in _ENTITIES if any(word in title for word in words)), None)
    by_columns = _by_columns(
        [item.label for item in told[:12] if not any(map(_ANOTHERS.search, item.path[:-1]))], title
    ) or _by_village(form)
    if _PEOPLE_LISTED.search(title) and by_columns is None:
        return "人"
    if by_title == "事件" and _OF_CASES.search(title) and by_columns in {"人", None}:
        return "人"
    if by_title in {"检查", "事件"}:
        return _looked_at(title, labels, by_columns) or by_title
    if by_columns == "检查":
        return _looked_at(title, labels, by_columns) or by_columns
    if by_columns is None and by_title in {"人", "户"} and _COUNTS.search(title):
        return None  # 优抚对象发放情况统计表: nobody is listed
    if by_columns == "村" and _RECORDED.search(title) and any(map(_WHEN.search, labels[:4])):
        return "事件"  # 村级河长巡河记录明细表: each row is one round
    if any(table.kind in {TableKind.LIST, TableKind.MIXED, TableKind.CARD} for table in form.tables):
        return by_columns or by_title
    if by_columns == "村" and by_title in {"人", "户"}:
        return by_columns  # 各村残疾人统计表: each row is a village
    return by_title or by_columns


def _by_village(form: Form) -> str | None:
    """村 where the first column says no more than 村 or 社区 and most of the others are figures: in a list of trees or wells
    the village is only where they are."""
    columns = next((table.columns for table in form.tables if table.columns), ())
    asked = [item for item in columns if item.type is not ItemType.ROW_NUMBER and item.label != "备注"]
    if not asked or asked[0].label not in _VILLAGE_ALONE:
        return None
    counts = {ItemType.INTEGER, ItemType.NUMBER}
    figures = sum(item.type in counts or item.label.endswith("数") for item in asked[1:])
    return "村" if figures * 2 > len(asked) - 1 else None


def _looked_at(title: str, labels: Sequence[str], by_columns: str | None) -> str | None:
    """Whom or what a form with 排查 or 检查 in its title lists, where its rows are these and not acts."""
    bare = [_NOTES.sub("", label) for label in labels]
    if _REGISTER.search(title) and by_columns in {"户", "人"}:
        numbered = by_columns == "人" and not _OWN_NUMBER.isdisjoint(bare)
        return by_columns if numbered or not any(map(_OF_AN_ACT.search, labels)) else None
    villages = by_columns in {"村", "检查"} and not _VILLAGES.isdisjoint(bare)
    whole = villages and not any(map(_NAMED.search, bare))
    return "村" if whole and any(map(_OF_A_VILLAGE.search, bare)) else None


def _by_columns(labels: Sequence[str], title: str) -> str | None:
    bare = [_NOTES.sub("", label) for label in labels]
    found = _keyed(labels, bare)
    thing = thing_of(bare, title)
    if thing is not None and not set(found) & {"户", "人", "检查"}:
        found[thing[0]] = thing[1]
    if len(found) > 1:
        found.pop("村", None)  # where the others live
    for other in _beside_a_person(labels, bare) if "人" in found else ():
        found.pop(other, None)
    return min(found, key=lambda entity: found[entity], default=None)


def _keyed(labels: Sequence[str], bare: Sequence[str]) -> dict[str, int]:
    """What key columns say, and in which place the first of each stands."""
    found: dict[str, int] = {}
    for entity, words in _KEY_COLUMNS:
        pairs_of = enumerate(zip(labels, bare, strict=True))
        first = next((place for place, (label, name) in pairs_of if name in words or label in words), None)
        if first is not None:
            found[entity] = first
    named = next((place for place, name in enumerate(bare) if _BODY_NAMED.fullmatch(name)), None)
    if named is not None:
        found.setdefault("企业", named)
    return found


def _beside_a_person(labels: Sequence[str], bare: Sequence[str]) -> Iterator[str]:
    """What the key columns of a list of people tell besides."""
    if not _OWN_NUMBER.isdisjoint(bare) and "姓名" in labels:
        yield from ("项目", "合同", "车辆")  # where he works, what he signed, what he drives
    if "姓名" in labels and not _OF_PERSONS.isdisjoint(bare):
        yield from ("企业", "学校")  # where she works or learns
    if not _OWN_NAME.isdisjoint(labels):
        yield "户"  # whose household it is
