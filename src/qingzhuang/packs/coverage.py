"""The coverage page: what of each instrument a machine checks, what it does not and why, and the lines that rules draw."""

from collections.abc import Iterable

from qingzhuang.language import gettext as _
from qingzhuang.law.limits import limits
from qingzhuang.packs.load import encoded, packs
from qingzhuang.packs.outline import Outline, outline

OUTLINED = ("op23", "app26")


def coverage_page() -> str:
    """The page as Markdown."""
    provisions = [each for pack in packs() for each in pack.provisions]
    head = _(
        "# 查得全不全\n\n由 `qz rules --write docs/rules` 生成，不要手改。"
        "一共 {all} 条，机器能查的 {judged} 条，不判断的 {left} 条，各有理由。"
    ).format(
        all=len(provisions), judged=len(encoded()), left=sum(each.id not in encoded() for each in provisions)
    )
    tables = [_outline(outline(folder)) for folder in OUTLINED]
    return "\n\n".join([head, *tables, _totals(), _not_judged(), _lines()]) + "\n"


def _outline(shown: Outline) -> str:
    rows = [_("| 序号 | 讲什么 | 由哪几条查 | 说明 |"), "|---|---|---|---|"]
    rows += [f"| {each.number} | {each.name} | {_links(each.codes)} | {each.reason} |" for each in shown.rows]
    after = _("\n\n条号没有对上的：{codes}。").format(codes=_links(shown.unplaced)) if shown.unplaced else ""
    return f"## {shown.title}\n\n" + "\n".join(rows) + after


def _links(codes: Iterable[str]) -> str:
    return "、".join(_link(code) for code in codes) or "—"


def _link(code: str) -> str:
    mark = "" if code in encoded() else _("（不判断）")
    return f"[{code}]({code}.md){mark}"


def _totals() -> str:
    rows = [_("## 各部规定\n\n| 文件 | 条 | 机器查 | 文本情况 |"), "|---|---|---|---|"]
    for pack in packs():
        judged = sum(each.id in encoded() for each in pack.provisions)
        rows.append(
            f"| {pack.instrument.name} | {len(pack.provisions)} | {judged} | {pack.instrument.text_status} |"
        )
    return "\n".join(rows)


def _not_judged() -> str:
    rows = [_("## 机器不判断的，和理由\n\n| 编号 | 讲什么 | 为什么不判断 |"), "|---|---|---|"]
    for pack in packs():
        rows += [
            f"| [{each.id}]({each.id}.md) | {each.title} | {each.not_encoded} |"
            for each in pack.provisions
            if each.not_encoded
        ]
    return "\n".join(rows)


def _lines() -> str:
    rows = [_("## 界线\n\n| 界线 | 数 | 从哪天起 | 谁定的 | 依据 | 最近核对 |"), "|---|---|---|---|---|---|"]
    for line in limits().values():
        for value in line.values:
            whose = _("本地设置") if line.local else _("规定写明")
            rows.append(
                f"| {line.name} | {value.likely:g} {line.unit} | {value.since} | {whose} "
                f"| {value.source} | {value.looked_on} |"
            )
    return "\n".join(rows)
