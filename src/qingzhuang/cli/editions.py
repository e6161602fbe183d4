"""Two editions of a form given together: what the later one asks otherwise, for people and for programs."""

from collections.abc import Sequence
from gettext import gettext as _
from typing import Any

from qingzhuang.cli.output import say
from qingzhuang.intake.reissue import Kin, difference, kin
from qingzhuang.model.form import Form


def earlier_of(form: Form | None, before: Sequence[Form]) -> Form | None:
    """Return the last of the forms given before of which a form is an edition, else the last of which it may be one."""
    if form is None:
        return None
    found: dict[Kin, Form] = {}
    for each in reversed(before):
        found.setdefault(kin(each, form), each)
    return found.get(Kin.EDITION) or found.get(Kin.SAME_NAME) or found.get(Kin.SAME_COLUMNS)


def _head(of: Kin) -> str:
    if of is Kin.SAME_NAME:
        return _("  和 {file} 同名，问的大半不一样：是它的新版，还是另一张表，请看一眼。")
    if of is Kin.SAME_COLUMNS:
        return _("  和 {file} 栏目大半一样，题目不同：是它的新版，还是另一张表，请看一眼。")
    return _("  和 {file} 是同一张表。")


def edition_document(earlier: Form | None, form: Form | None) -> dict[str, Any]:
    """What a later edition asks otherwise than one given before it."""
    if earlier is None or form is None:
        return {}
    found = difference(earlier, form)
    return {
        "edition_of": earlier.file,
        "kin": str(kin(earlier, form)),
        "difference": {
            "added": [item.key for item in found.added],
            "gone": [item.key for item in found.gone],
            "renamed": [[old.key, new.key] for old, new in found.renamed],
            "moved": [new.key for _old, new in found.moved],
            "changed": [new.key for _old, new in found.changed],
            "more_rows": list(found.more_rows),
            "fewer_rows": list(found.fewer_rows),
        },
    }


def tell_edition(earlier: Form, form: Form) -> None:
    """Print what a later edition asks otherwise, or that it asks the same."""
    found = difference(earlier, form)
    say(_head(kin(earlier, form)).format(file=earlier.file) + ("" if found else _("要填的没有变。")))
    for item in found.added:
        say(_("    多问了：{item}（{cell}）").format(item=item.key, cell=item.place.cell))
    for item in found.gone:
        say(_("    不再问：{item}").format(item=item.key))
    for old, new in found.renamed:
        say(_("    换了说法：{old} → {new}，请看是不是同一件事").format(old=old.key, new=new.key))
    for _old, new in found.moved:
        say(_("    换了位置：{item}（{cell}）").format(item=new.key, cell=new.place.cell))
    for _old, new in found.changed:
        say(_("    选项、单位或必填变了：{item}").format(item=new.key))
    for row in found.more_rows:
        say(_("    多一行：{row}").format(row=row))
    for row in found.fewer_rows:
        say(_("    少一行：{row}").format(row=row))
