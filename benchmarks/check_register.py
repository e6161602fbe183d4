"""The register of 2,593 apps for the benchmark of the check, and its filing list, as workbooks."""

import io
import random

import openpyxl

ROWS = 2593
_HEAD = (
    "序号", "应用名称", "主办单位", "层级", "备案编号", "上线时间", "最近更新时间", "月活跃用户数", "主要功能",
    "有无打卡签到功能", "是否积分排名", "是否统计在线时长", "是否强制安装", "安装率要求", "是否纳入考核", "投诉建议入口",
)  # fmt: skip
_FUNCTIONS = (
    "信息查询",
    "事项办理",
    "填报数据",
    "活动报名",
    "学习培训",
    "巡查记录",
    "投诉建议",
    "预约挂号",
    "缴费",
    "地图导航",
)


def register(rows: int, seed: int = 20261125, changed: int = 0) -> bytes:
    """The register; `changed` rows more than before have a forbidden feature."""
    rng = random.Random(seed)  # noqa: S311
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("台账")
    sheet.append(["云岭市政务应用程序台账"])
    sheet.append(_HEAD)
    for number in range(1, rows + 1):
        row = _row(rng, number)
        if number <= changed:
            row[9] = "有"
        sheet.append(row)
    return _bytes(book)


def _row(rng: random.Random, number: int) -> list[object]:
    yes = ("有", "无", "无", "无")
    return [
        number, f"{rng.choice('青云石柳河山')}{rng.choice('禾岭桥湾口泉')}{rng.choice(('通', '办', '在线', '助手'))}{number}", f"第{number % 240}局",
        rng.choice(("市级", "县级", "乡镇")), f"ZW{number:06}" if rng.random() < 0.7 else "",
        f"20{rng.randrange(19, 26)}-{rng.randrange(1, 13):02}-{rng.randrange(1, 28):02}", f"2026-{rng.randrange(1, 12):02}-{rng.randrange(1, 28):02}",
        rng.randrange(5000), "、".join(rng.sample(_FUNCTIONS, rng.randrange(2, 5))), rng.choice(yes), rng.choice(yes), rng.choice(yes),
        rng.choice(("是", "否", "否")), rng.choice(("", "", "90%")), rng.choice(("否", "否", "登录率")), rng.choice(("有", "无")),
    ]  # fmt: skip


def filing_list(rows: int, seed: int = 20261125) -> bytes:
    """The list of what is filed: two of three."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("清单")
    sheet.append(["序号", "应用名称", "主办单位", "备案编号"])
    rng = random.Random(seed)  # noqa: S311
    for number in range(1, rows + 1):
        name = _row(rng, number)[1]
        if number % 3:
            sheet.append([number, name, f"第{number % 240}局", f"ZW{number:06}"])
    return _bytes(book)


def _bytes(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()
