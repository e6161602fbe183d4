"""All generated pages of law: one a provision, the index, and the coverage. Pure: names and texts, nothing is written."""

from collections.abc import Iterable

from qingzhuang.language import gettext as _
from qingzhuang.packs.coverage import coverage_page
from qingzhuang.packs.load import Pack, encoded, packs
from qingzhuang.packs.page import rule_page, since_shown
from qingzhuang.packs.words import gravity_word


def pages() -> dict[str, str]:
    """File name → Markdown."""
    rules = encoded()
    found = {
        f"{provision.id}.md": rule_page(
            provision, rules[provision.id].rule if provision.id in rules else None
        )
        for pack in packs()
        for provision in pack.provisions
    }
    return {"README.md": index_page(), "coverage.md": coverage_page(), **found}


def index_page() -> str:
    """All provisions grouped by instrument, national ones first."""
    by_size = sorted(packs(), key=lambda pack: -len(pack.provisions))
    national = [pack for pack in by_size if not pack.instrument.place]
    local = [pack for pack in by_size if pack.instrument.place]
    head = _(
        "# 查的是哪些规定\n\n由 `qz rules --write docs/rules` 生成，不要手改。"
        "每一条查什么、为什么、怎么改，点编号看。查得全不全，看 [coverage.md](coverage.md)。"
    )
    parts = [head, *(_section(pack) for pack in national)]
    parts.append(_("# 地方规定\n\n平时关着；检查时写明地方（`--place 江苏/南京`）才用。"))
    return "\n\n".join([*parts, *(_section(pack) for pack in local)]) + "\n"


def _section(pack: Pack) -> str:
    instrument = pack.instrument
    number = f" {instrument.doc_no}" if instrument.doc_no else ""
    head = _("## {name}{number}\n\n{issuer}。文本情况：{status}。").format(
        name=instrument.name, number=number, issuer=instrument.issuer, status=instrument.text_status
    )
    return "\n\n".join([head, "\n".join(_rows(pack))])


def _rows(pack: Pack) -> Iterable[str]:
    yield _("| 编号 | 讲什么 | 条 | 用语 | 说法 | 生效 |")
    yield "|---|---|---|---|---|---|"
    for each in pack.provisions:
        spoken = gravity_word(each.gravity) if each.id in encoded() else _("机器不判断")
        yield (
            f"| [{each.id}]({each.id}.md) | {each.title} | {each.cited} | {each.verb} "
            f"| {spoken} | {since_shown(each)} |"
        )
