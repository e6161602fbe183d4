"""Notices for the benchmark of the check: Chinese of the length and look of notices, from a seed; no text of any corpus."""

import random
from collections.abc import Iterator

SEED = 20261125
SIZE = 5000  # bytes of UTF-8

_WHO = ("各村", "各社区", "各站所", "各网格", "各学校", "镇直各单位", "各包村干部", "各股室")
_WHAT = (
    "秋粮入库", "森林管护", "河道清淤", "危房改造", "医保缴费", "冬季取暖", "道路养护", "农田水利", "义务植树", "招生入学",
    "疫苗接种", "垃圾清运", "高标准农田", "老旧小区改造", "档案整理", "水费收缴", "集市管理", "用电安全",
)  # fmt: skip
_DO = (
    "做好{what}的准备，把时间表排到周", "对{what}中的堵点逐项列出，与相关部门当面商量", "把{what}的进度写进月度小结，随文件流转",
    "安排熟悉情况的同志负责{what}，保持人员稳定", "结合实际推进{what}，不增加群众负担", "提前与供应方联系，避免{what}耽误农时",
    "在{what}结束以后把场地恢复原样", "向群众讲清{what}的标准和流程，耐心答复疑问",
)  # fmt: skip
_WHEN = ("月底前", "本周内", "年内", "入冬以前", "下个季度", "汛期到来之前", "12月10日前", "节后第一周")
_PRACTICE = (
    "请各村干部每天在“青禾通”APP上打卡，不得遗漏。", "各单位务必于周五前下载安装“云岭通”，安装率须达到95%，完成情况每日通报排名。",
    "收到通知后10分钟内必须在群里接龙回复，未回复的通报批评。", "每次走访拍照不少于3张，照片和轨迹截图当天上传。",
    "全员参加知识答题，80分以上为合格，参与率低于90%的约谈。", "每人每天点赞转发镇公众号推文，截图发群，纳入年终考核。",
)  # fmt: skip


def notice(rng: random.Random, practices: int) -> str:
    """One notice of about 5 kB: a title, numbered paragraphs, a signature; so many sentences that order a practice."""
    lines = [f"关于做好{rng.choice(_WHAT)}工作的通知", f"{rng.choice(_WHO)}："]
    size = 0
    at = {rng.randrange(8) for _ in range(practices)}
    while size < SIZE - 120:
        text = "，".join(rng.choice(_DO).format(what=rng.choice(_WHAT)) for _ in range(rng.randrange(2, 5)))
        line = f"{'一二三四五六七八九十'[len(lines) % 10]}、{rng.choice(_WHO)}{rng.choice(_WHEN)}{text}。"
        if len(lines) - 2 in at:
            line += rng.choice(_PRACTICE)
        lines.append(line)
        size += len(line.encode()) + 1
    return "\n".join([*lines, "青禾镇人民政府", f"2026年{rng.randrange(1, 12)}月{rng.randrange(1, 28)}日"])


def notices(count: int, practices: int = 0, seed: int = SEED) -> Iterator[str]:
    """So many notices; the same seed gives the same texts."""
    rng = random.Random(f"{seed}-{practices}")  # noqa: S311
    for _ in range(count):
        yield notice(rng, practices)
