"""Published cases told as somebody would report them: the rules that the notices led to are found, or nothing at all."""

import json
from datetime import date

import pytest

from qingzhuang.cli.check.for_programs import document
from qingzhuang.model.finding import Gravity
from qingzhuang.pipeline.checking import court
from qingzhuang.pipeline.clues import check_clue, sorted_out

TODAY = date(2026, 11, 26)

TOLD = [
    (
        "2024-01-10",
        "",
        "县里的政务服务局把办事小程序的指标分到每个乡镇，每名干部一年要完成150件，完不成扣考核分",
        {"OP23-06b"},
    ),
    (
        "2024-05-08",
        "",
        "统计部门层层加码，把新增市场主体的数往下压，周通报、月调度、年底考核，乡里只好替人代办注册",
        {"OP23-08b"},
    ),
    (
        "2024-09-08",
        "",
        "为了给城市拉人气，宣传部门发通知要求转发点赞，还定期通报，村里每天有500个点赞任务",
        {"OP23-08a"},
    ),
    (
        "2024-09-02",
        "",
        "县里按发布数、阅读量、点赞算传播指数，每月给乡镇公众号排名通报，还抽查干部点赞没有",
        {"OP23-08a", "OP23-08b"},
    ),
    (
        "2024-09-02",
        "",
        "驻村干部每天早上九点前要在管理系统APP里定位打卡、每天上传日志，没打的在群里通报",
        {"OP23-04", "OP23-07a", "OP23-08b"},
    ),
    (
        "2025-05-01",
        "",
        "市公安局变着法考核县里，每月排名印发，还要会议照片、宣传稿、手机截图作佐证",
        {"RG24-09", "OP23-07b", "RG24-08b"},
    ),
    ("2025-10-30", "", "某协会搞热线典型案例评选，属于违规评选，基层忙着写材料", {"RG24-19"}),
    ("2024-12-01", "", "几个机关长期借调我们学校九名老师，一借就是五六年", {"RG24-10"}),
    (
        "2024-12-01",
        "",
        "消防部门跟镇和村、社区层层签责任书，隐患排查也派给村里，出了亡人火灾就一票不能评先",
        {"VIL22-02"},
    ),
    (
        "2024-06-01",
        "",
        "乡镇一把手被拉进二十多个业务群，乡里自己又建了8个群，职能重复，每天都得盯群回复",
        {"OP23-09c", "OP23-06d"},
    ),
    (
        "2025-06-01",
        "江苏/常州",
        "教育局搞调研，给学校评优秀、合格、不合格三档，通知里还写了考核对象",
        {"L-JS-01", "RG24-09"},
    ),
    (
        "2025-03-04",
        "江苏/金湖",
        "县工信局下午三点发通知，次日16时前就要报底数，一周内要了好几次",
        {"L-JS-02", "RG24-08a"},
    ),
    ("2025-03-06", "江苏/金湖", "上午十点发表，当天15时前要交数据", {"L-JS-02", "RG24-08a"}),
    ("2025-06-16", "", "有的街道没报批就长期借用社区工作者", {"RG24-10"}),
    ("2025-09-30", "", "镇里向村和社区摊派电动车责任险的购买任务", {"VIL22-01", "VIL22-04"}),
    (
        "2025-02-28",
        "安徽/马鞍山",
        "某联席会议办公室直接给县区政府发文，按月排名通报物业投诉",
        {"RG24-01b", "L-AH-02", "L-AH-01"},
    ),
    ("2025-03-15", "", "区农业农村局向镇政府和街道印发改厕方案，提的都是指令性要求", {"RG24-01b"}),
    ("2025-08-21", "", "蔬菜专班办几个月开了四次视频会，每次要求市县负责同志参加，近二百人", {"RG24-05"}),
    ("2025-08-21", "", "水务局开发了5个平台功能重叠，文明办同时用两个相同的管理应用", {"OP23-02"}),
    ("2025-08-08", "", "镇里要求十五个村的官方账号每天各涨粉一百人，完不成写检讨", {"OP23-06c", "OP23-08a"}),
    ("2024-04-10", "", "文体局建了个朗读群，文化站的人每天在群里跟读朗诵", {"OP23-06d"}),
    ("2024-04-10", "", "市场监管局把药品安全检查压给社区，社区没有专业的人，只能走过场", {"VIL22-02"}),
    (
        "2024-08-10",
        "",
        "宣传部用便签发通知，要求全市下载两个新闻客户端，还要网评、转发、点评赞，完成情况进考评",
        {"RG24-01c", "OP23-06b", "OP23-08a"},
    ),
    ("2024-08-10", "", "旺季上级来调研要层层陪同，村干部一天陪三五批", {"RG24-05"}),
    ("2025-08-18", "", "水务公司减免污水费要村里盖章出证明，可这项不在清单上", {"VIL22-08"}),
    ("2025-08-18", "", "经济专班办两次向区县政府发指令性公文", {"RG24-01b"}),
    ("2026-01-18", "浙江", "开现场会以前都要求我们制作视频", {"L-ZJ25-01", "OP23-07b"}),
    ("2026-01-18", "浙江", "评审不看实绩，就看PPT质量、视频做得好不好", {"L-ZJ25-01"}),
    ("2023-12-30", "", "区里把企业数量指标摊派下来，分到各社区，社区干部天天上门", {"VIL22-01"}),
    ("2024-01-30", "", "派出所早就登记过的信息，报表仍要每月重复填报", {"OP23-09b"}),
    (
        "2026-03-01",
        "",
        "平安工作APP考核走访里程，信号差记不上，同一次走访要在3个系统录入",
        {"APP26-P4c", "APP26-P1"},
    ),
    (
        "2024-01-30",
        "",
        "每人手机里七八个工作APP，都要求安装，每天的留痕任务要做两个小时",
        {"OP23-06b", "OP23-07a"},
    ),
    ("2024-01-30", "", "全县二百多个政务公众号，大半停运，粉丝没几个，成了各村晒成绩的工具", {"OP23-10b"}),
    (
        "2026-03-01",
        "",
        "为了应付指标，乡里花钱买APP的注册量和活跃，还有人代学课时",
        {"APP26-P3b", "APP26-P4b"},
    ),
    (
        "2026-03-01",
        "",
        "反诈APP安装任务数进了年终考核，群里每天通报前一日完成数，连续五天靠后的约谈",
        {"APP26-P3b", "OP23-08b"},
    ),
]
NOTHING = [
    "没有审批就建四亿元的农旅综合体，烂在那里",
    "在水土保持区挖山造田",
    "农家书屋建了六百多个，没有人去看书",
    "十几亿的文旅项目闲置",
    "童车产业园虚报产值",
]


def codes(text: str, day: str, place: str) -> set[str]:
    held = court(TODAY, tuple(part for part in place.split("/") if part))
    found = check_clue("线索.txt", text, held, date.fromisoformat(day)).findings
    return {code for each in found for code in (each.code, *each.also)}


@pytest.mark.parametrize(("day", "place", "text", "wanted"), TOLD, ids=[text[:12] for _, _, text, _ in TOLD])
def test_a_report_finds_the_rules_that_the_notice_was_about(
    day: str, place: str, text: str, wanted: set[str]
) -> None:
    local = {code for code in wanted if code.startswith("L-")} if not place else set()
    assert wanted - local <= codes(text, day, place)


@pytest.mark.parametrize("text", NOTHING)
def test_what_no_rule_here_is_about_finds_nothing(text: str) -> None:
    assert codes(text, "2026-03-01", "") == set()


NOT_TOLD = [
    "市政府办把省厅已经发到市县的文件又转了一遍，内容八成一样",
    "没有调研就把年底的建会目标提前到六月",
    "办事大厅占用休息时间组织政治学习，请假还很麻烦",
    "没有要求下载青禾通APP，也没有打卡",
]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_where_what_is_told_decides_no_rule_nothing_is_claimed(text: str) -> None:
    assert codes(text, "2026-03-01", "") == set()


def test_what_a_report_leaves_open_is_asked() -> None:
    held = court(TODAY, asking=True)
    found = check_clue("线索.txt", "办水表注销，水务公司要求社区出具死亡证明", held).findings
    assert any("VIL22-08" in (each.code, *each.also) and each.gravity is Gravity.ASK for each in found)


FORM = """线索类别：推广类
应用名称：青禾通
单位：云岭县数据局
反映时间：2026年3月2日
具体要求：要求各村每名干部必须下载安装，每天登录打卡，截图发群
联系人：王建国
联系电话：13812345678
"""


def test_a_small_form_keeps_the_places_own_label_and_sorts_the_findings() -> None:
    checked = check_clue("线索.txt", FORM, court(TODAY))
    assert checked.clue is not None
    assert (checked.clue.category, checked.clue.label) == ("A", "推广类")
    assert {"A", "B"} <= set(sorted_out(checked))
    assert list(sorted_out(checked)) == sorted(sorted_out(checked))
    assert {each.subject for each in checked.findings} == {"青禾通"}
    assert all("据反映，待核实" in each.notes for each in checked.findings)


def test_who_reports_is_nowhere() -> None:
    told = json.dumps(document(check_clue("线索.txt", FORM, court(TODAY))), ensure_ascii=False)
    assert "王建国" not in told
    assert "13812345678" not in told


def test_an_ill_reported_of_before_the_rule_breaks_nothing() -> None:
    assert check_clue("线索.txt", FORM.replace("2026年", "2020年"), court(TODAY)).findings == ()


@pytest.mark.parametrize("text", ["", "A", "类别：", "应用名称：\n单位：\n", "\ud800\u202e\x00：" * 50])
def test_an_empty_or_odd_report_is_no_finding(text: str) -> None:
    assert check_clue("线索.txt", text, court(TODAY)).findings == ()
