"""What changed in the rules: from which day on, which rules, who has to do what."""

from dataclasses import dataclass
from functools import cache
from importlib import resources

import yaml

import qingzhuang.packs
from qingzhuang.language import gettext as _


@dataclass(frozen=True, slots=True)
class Row:
    """One change. `kind`: a new rule, an old one newly encoded, a verification, a line that moved."""

    kind: str
    since: str
    what: str
    who: str


@dataclass(frozen=True, slots=True)
class Edition:
    """The changes that came together."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Changes:
    """All editions, the newest first; `open` says what is not verified yet."""

    editions: tuple[Edition, ...]
    open: str


@cache
def changes() -> Changes:
    """Read packs/changes.yaml."""
    data = yaml.safe_load((resources.files(qingzhuang.packs) / "changes.yaml").read_text("utf-8"))
    editions = tuple(
        Edition(each["title"], tuple(Row(**row) for row in each["rows"])) for each in data["editions"]
    )
    return Changes(editions, data["open"])


def changes_page() -> str:
    """The page as Markdown."""
    head = _(
        "# 规定有什么变化\n\n由 `qz rules --changes` 生成，不要手改，改 `packs/changes.yaml`。"
        "给读规定的人看：哪一天起、哪几条、谁要做什么。新的在上面。每一条查什么，见 [docs/rules](docs/rules/README.md)。\n"
        "“新规定”是国家或者地方有了新的规定；“旧规定”是早就有、现在编进来的；"
        "“核对”是用语、条号、日期核实或者更正；“界线”是本地设置的数变了。"
    )
    tail = f"{changes().open.rstrip('。')}；" + _("见 [coverage](docs/rules/coverage.md)。")
    return "\n\n".join([head, *map(_edition, changes().editions), tail]) + "\n"


def _edition(edition: Edition) -> str:
    rows = [_("| 种类 | 从哪天起 | 哪部规定、哪几条 | 谁要做什么 |"), "|---|---|---|---|"]
    rows += [f"| {row.kind} | {row.since} | {row.what} | {row.who} |" for row in edition.rows]
    return f"## {edition.title}\n\n" + "\n".join(rows)
