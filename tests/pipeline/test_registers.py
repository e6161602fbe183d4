"""Registers as counties keep them, under headers of their own: every column that a rule asks for is read, each row gets the
rules that it breaks and no other, and what only looks like an order is left alone."""

import io
from collections.abc import Sequence
from datetime import date

import openpyxl

from qingzhuang.model.finding import Finding, Gravity
from qingzhuang.pipeline.checking import check_register, court, filing_list
from qingzhuang.pipeline.registers import registers

COURT = court(date(2026, 11, 26), ("云南", "云岭"))
Lines = Sequence[Sequence[object]]


def workbook(lines: Lines, merges: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in lines:
        sheet.append(list(line))
    for area in merges:
        sheet.merge_cells(area)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def findings(lines: Lines, merges: Sequence[str] = (), filings: Lines | None = None) -> list[Finding]:
    listed = filing_list(registers("备案清单.xlsx", workbook(filings))) if filings else None
    read = registers("台账.xlsx", workbook(lines, merges))
    assert read, "no register was seen"
    return [each for register in read for each in check_register(register, COURT, listed).findings]


def broken(found: Sequence[Finding]) -> dict[str, set[str]]:
    """Thing → codes, those that stand behind another included; of a question its first code, with a mark."""
    told: dict[str, set[str]] = {}
    for each in found:
        codes = {f"?{each.code}"} if each.gravity is Gravity.ASK else {each.code, *each.also}
        told.setdefault(each.subject, set()).update(codes)
    return told


CENSUS_HEADER = [
    "序号",
    "应用程序名称",
    "应用类型",
    "建设单位",
    "单位层级",
    "备案编号",
    "上线日期",
    "主要功能",
    "是否设置打卡签到功能",
    "是否设置积分排名功能",
    "是否统计在线时长",
    "是否强制注册",
    "是否强制安装",
    "下载安装率指标",
    "登录频次要求",
    "是否要求上传照片",
    "留痕理由",
    "是否排名通报",
    "月活跃用户数（人）",
    "最近更新日期",
    "有无投诉建议功能",
    "是否立项审批",
    "是否验收",
    "是否纳入信息化规划",
    "采集个人信息种类",
    "是否开展个人信息安全评估",
    "是否通过省级平台报送",
    "运行状态",
]
GOOD = ["小程序", "云岭县数据局", "县直", "云政备20260012", "2025-03-01"]


def census(name: str, *, known: Sequence[object] = GOOD, **changed: object) -> list[object]:
    """A row that is in order, but for what is changed (by the number of the column, c9 to c28)."""
    rest = ["否", "否", "否", "否", "否", "无", "无", "否", "", "否", 2600, "2026-11-20"]
    rest += ["有", "是", "是", "是", "姓名、手机号", "是", "是", "在用"]
    row = [1, name, *known, f"{name}预约、{name}查询", *rest]
    for column, value in changed.items():
        row[int(column[1:]) - 1] = value
    return row


def test_a_census_of_28_columns_gives_each_row_the_rules_it_breaks() -> None:
    rows = [
        census("在册通"),
        census("必装通", c12="是"),
        census("定指标", c14="不低于90%", c15="每周不少于1次"),
        census("拍照通", c16="是"),
        census("防汛拍照", c16="是", c17="灾情核实需要"),
        census("排名通", c18="是"),
        census("冷清通", c19=7, c20="2026-02-03"),
        census("无入口", c21="无"),
        census("没立项", c22="否", c24="否"),
        census("没验收", c23="否"),
        census("没评估", c26="否"),
        census("没评估也不存", c25="无", c26="否"),
        census("另起炉灶", c27="否"),
        census("打卡通", c9="是", c10="有", c11="是"),
        census(
            "早关了", c9="是", c12="是", c14="95%", c19=1, c20="2020-01-01", c21="无", c23="否", c28="已关停"
        ),
        census("还没上线", c19=0, c23="否", c28="建设中"),
    ]
    told = broken(findings([["云岭县政务移动应用程序普查登记表"], CENSUS_HEADER, *rows]))
    forced = {"APP26-P3a", "OP23-06b", "RG24-15a"}
    assert told == {
        "必装通": forced,
        "定指标": {"APP26-P3b", "APP26-P3c", "OP23-06b"},
        "拍照通": {"APP26-P4c", "OP23-07b"},
        "排名通": {"OP23-08b"},
        "冷清通": {"APP26-S1", "OP23-10b"},
        "无入口": {"APP26-S4", "OP23-12"},
        "没立项": {"APP26-11", "OP23-01", "OP23-02"},
        "没验收": {"APP26-12", "OP23-05"},
        "没评估": {"APP26-S9"},
        "另起炉灶": {"OP23-03", "RG24-13c"},
        "打卡通": {"APP26-P2", "RG24-15c", "OP23-04"},
    }


def test_a_finding_names_the_column_that_said_so() -> None:
    found = findings([["普查表"], CENSUS_HEADER, census("必装通", c12="是")])
    assert [(each.where, each.notes) for each in found] == [("Sheet!L3", ("是否强制注册：是",))]
    features = findings([["普查表"], CENSUS_HEADER, census("打卡通", c9="是", c11="是")])
    assert features[0].notes == ("打卡签到：Sheet!I3", "统计在线时长：Sheet!K3")


def test_headers_of_two_levels_are_read_with_what_stands_above() -> None:
    top = [
        "序号",
        "名称",
        "主办单位",
        "强制性功能",
        None,
        None,
        "推广使用要求",
        None,
        "备案情况",
        "意见反馈入口",
    ]
    leaf = [None, None, None, "打卡", "积分", "在线时长", "强制下载", "考核安装率", None, None]
    merges = ["A2:A3", "B2:B3", "C2:C3", "D2:F2", "G2:H2", "I2:I3", "J2:J3"]
    rows = [
        [1, "巡河宝", "云岭县水务局", "√", "×", "×", "×", "×", "已备案", "有"],
        [2, "学习宝", "云岭县教体局", "×", "√", "√", "√", "√", "未备案", "有"],
        [3, "查询宝", "云岭县医保局", "×", "×", "×", "×", "×", "正在办理", "有"],
        [4, "预约宝", "云岭县交警大队", "×", "×", "×", "×", "×", "不需备案", "有"],
    ]
    told = broken(findings([["云岭县政务应用程序摸底表"], top, leaf, *rows], merges))
    features = {"APP26-P2", "RG24-15c", "OP23-04"}
    forced = {"APP26-P3a", "APP26-05b", "OP23-06b", "RG24-15a", "APP26-P3b"}
    assert told == {
        "巡河宝": features,
        "学习宝": features | forced | {"APP26-05a"},
        "查询宝": {"APP26-05a"},
    }


def test_accounts_are_held_against_the_opinion_of_2023() -> None:
    header = [
        "序号",
        "账号名称",
        "账号类型",
        "运营单位",
        "粉丝数（万人）",
        "最近推文时间",
        "是否要求关注",
        "是否纳入考核",
        "是否通报排名",
        "账号状态",
    ]
    rows = [
        [1, "云岭发布", "公众号", "云岭县委宣传部", 3.2, "2026-11-24", "否", "否", "否", "正常"],
        [
            2,
            "青禾微语",
            "公众号",
            "青禾镇人民政府",
            0.01,
            "2025-12-30",
            "全体干部必须关注",
            "否",
            "否",
            "正常",
        ],
        [
            3,
            "云岭教育",
            "视频号",
            "云岭县教体局",
            1,
            "2026-11-20",
            "自愿关注",
            "转发量、点赞量",
            "否",
            "正常",
        ],
        [4, "云岭旧闻", "公众号", "云岭县档案馆", 0.2, "2020-01-01", "是", "是", "是", "已注销"],
        [5, "云岭医保", "公众号", "云岭县医保局", 0.9, "2026-11-02", "否", "是", "否", "正常"],
    ]
    told = broken(findings([["云岭县政务公众账号台账"], header, *rows]))
    assert told == {
        "青禾微语": {"OP23-06c", "OP23-05", "OP23-10b"},
        "云岭教育": {"OP23-08a", "RG24-15b"},
        "云岭医保": {"?OP23-08a"},
    }


def test_groups_are_told_by_task_end_and_order_to_answer() -> None:
    header = [
        "序号",
        "群名称",
        "建群单位",
        "群主",
        "成员人数",
        "建群事由",
        "群性质",
        "任务完成时间",
        "是否要求打卡接龙",
        "是否索要材料",
        "群状态",
    ]
    rows = [
        [1, "防汛值守群", "云岭县应急局", "值班室", 60, "2026年防汛", "常设", "", "否", "否", "使用中"],
        [2, "创文一群", "云岭县住建局", "办公室", 80, "创建文明城市迎检", "临时", "2026-03-01", "否", "否", "使用中"],
        [3, "创文二群", "云岭县城管局", "办公室", 70, "创建文明城市迎检", "临时", "2026-11-20", "否", "否", "使用中"],
        [4, "日报群", "云岭县农业农村局", "办公室", 40, "农情日报", "常设", "", "每天接龙", "是", "使用中"],
        [5, "旧群", "云岭县水务局", "无", 40, "农情日报", "临时", "2024-01-01", "每天接龙", "是", "已解散"],
    ]  # fmt: skip
    told = broken(findings([["云岭县工作群清理台账"], header, *rows]))
    assert told == {
        "创文一群": {"OP23-10a", "OP23-09c"},
        "创文二群": {"OP23-09c"},
        "日报群": {"OP23-06d"},
    }


def test_a_register_of_all_three_judges_each_row_by_what_it_is() -> None:
    header = ["编号", "名称", "形态", "主办（使用）单位", "打卡签到", "强制推广", "最近一次更新", "备注"]
    rows = [
        [1, "平安云岭", "APP", "云岭县政法委", "有", "否", "2026-11-01", ""],
        [2, "平安云岭微号", "微信公众号", "云岭县政法委", "", "是", "2026-11-01", ""],
        [3, "平安云岭群", "微信群", "云岭县政法委", "有", "否", "", ""],
        [4, "平安小程序", "微信小程序", "石桥村委会", "无", "否", "2026-11-01", ""],
    ]
    told = broken(findings([["云岭县“指尖”应用、账号、群组台账"], header, *rows]))
    assert told == {
        "平安云岭": {"APP26-P2", "RG24-15c", "OP23-04"},
        "平安云岭微号": {"OP23-06c"},
        "平安云岭群": {"OP23-06d"},
        "平安小程序": {"APP26-02a"},
    }


def test_figures_that_only_measure_are_no_quotas() -> None:
    header = [
        "序号",
        "系统名称",
        "主管单位",
        "备案号",
        "安装率",
        "登录率",
        "登录次数",
        "注册用户数",
        "月活跃用户（万人）",
        "日均活跃用户",
        "功能描述",
        "投诉建议",
    ]
    rows = [
        [1, "云岭通", "云岭县数据局", "云政备1号", "87%", "61%", 12000, 90000, 1.2, 31, "不设打卡签到，已取消积分排名", "有"],
        [2, "城乡通", "云岭县住房和城乡建设服务中心", "云政备2号", "", "", "", "", 0.8, "", "旅游预约", "有"],
        [3, "村务通", "云岭县乡村振兴局", "滇ICP备2020001号", "", "", "", "", 0.8, "", "公示查询", "有"],
        [4, "医保通", "云岭县医保局", "", "", "", "", "", 0.8, "", "缴费记录", "有"],
    ]  # fmt: skip
    asked = {"?APP26-05a"}
    assert broken(findings([["政务应用程序运行情况统计"], header, *rows])) == {
        "村务通": asked,
        "医保通": asked,
    }


def test_a_filing_number_is_looked_up_and_a_borrowed_one_is_asked_about() -> None:
    header: list[object] = ["序号", "应用名称", "主办单位", "备案编号", "有无投诉建议入口"]
    listed: list[list[object]] = [
        header[:4],
        [1, "云岭通", "云岭县数据局", "云政备0001"],
        [2, "河长通", "云岭县水务局", "云政备0002"],
    ]
    rows = [
        [1, "云岭通APP", "云岭县数据局", "云政备 0001", "有"],
        [2, "掌上阅读", "云岭县文旅局", "云政备0002", "有"],
        [3, "新农宝", "云岭县农业农村局", "云政备0099", "有"],
        [4, "河长通", "云岭县水务局", "", "有"],
    ]
    found = findings([["应用台账"], header, *rows], filings=[["已备案政务应用程序清单"], *listed])
    assert broken(found) == {"掌上阅读": {"?APP26-05a"}, "新农宝": {"APP26-05a"}}
    assert found[0].notes == ("这个编号在备案名单上是“河长通”的",)
    assert found[1].notes == ("备案编号：云政备0099", "备案名单里没有")


def test_apps_that_do_the_same_are_named_and_a_closed_one_is_not() -> None:
    header = ["序号", "应用名称", "主办单位", "备案号", "主要功能", "使用状态", "投诉建议"]
    rows = [
        [1, "巡河宝", "水务局", "云备1", "巡河上报、隐患上报、问题整改", "在用", "有"],
        [2, "河长宝", "河长办", "云备2", "隐患上报、巡河上报、问题整改", "在用", "有"],
        [3, "老河长", "河长办", "云备3", "隐患上报、巡河上报、问题整改", "已并入河长宝，已停用", "有"],
        [4, "巡河宝", "水务局", "云备1", "巡河上报、隐患上报、问题整改", "在用", "有"],
    ]
    found = findings([["应用台账"], header, *rows])
    assert {each.subject for each in found} == {"巡河宝", "河长宝"}
    assert {note for each in found for note in each.notes} == {"功能相近：河长宝", "功能相近：巡河宝、巡河宝"}
