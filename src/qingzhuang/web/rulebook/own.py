"""Our own cost and our own check: what our pages say, how long that takes to read, and what the rules find in it."""

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from qingzhuang.language import later
from qingzhuang.model.finding import Finding
from qingzhuang.pipeline.checking import check_text, court

LETTERS_A_MINUTE = 400
_ROOMS = {
    "door": later("门口"),
    "desk": later("今天"),
    "gate": later("发表前"),
    "ledger": later("台账"),
    "board": later("看板"),
    "rulebook": later("规则"),
    "admin": later("单位和账号"),
    "api": later("接口"),
    "home": later("填好的表"),
    "paper": later("一张表"),
    "report": later("称一称"),
    "checked": later("查一查"),
    "review": later("对一对"),
    "parts": later("几页合用的"),
    "": later("各页共有"),
}
_CODE = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<style.*?</style>", re.DOTALL)
_SAID = re.compile(r"""\{% translate (["'])(.*?)\1.*?%\}""")
_BLOCK = re.compile(
    r"</?(?:p|li|h[1-6]|td|th|dt|dd|div|section|label|summary|caption|option|button|legend)\b[^>]*>"
)
_TAG = re.compile(r"<[^>]+>")
_FIELD = re.compile(r"<(?:textarea|select|input(?![^>]*type=\"(?:hidden|submit)\"))\b")


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One room: how many letters of ours it can show at most, the seconds they take to read, how many fields it has, and
    what the rules find in its words."""

    name: str
    letters: int
    seconds: int
    fields: int
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class OwnCheck:
    """All rooms, and by how many rules they were checked."""

    pages: tuple[OwnPage, ...]
    found: int
    day: date


@lru_cache(maxsize=1)
def own_check(day: date) -> OwnCheck:
    """Hold the words of all our pages against the rules; the room "" is what stands on every page."""
    pages = tuple(each for each in (_own(room, day) for room in _folders()) if each.letters)
    return OwnCheck(pages, sum(len(each.findings) for each in pages), day)


def own_text(room: str) -> str:
    """What the templates and the program of one room say in their own words, without what they are given to show."""
    web = files("qingzhuang.web")
    markup = "\n".join(each.read_text("utf-8") for each in _templates(room))
    program = [each for each in _listed(web / room) if each.name.endswith(".py")]
    said = [text for each in program for text in _strings(each.read_text("utf-8"))]
    return "\n".join([_plain(markup), *said])


def _own(room: str, day: date) -> OwnPage:
    text = own_text(room)
    letters = len(re.sub(r"\s", "", text))
    fields = sum(len(_FIELD.findall(each.read_text("utf-8"))) for each in _templates(room))
    found = tuple(check_text(text, court(day), day))
    return OwnPage(_ROOMS.get(room, room), letters, round(letters * 60 / LETTERS_A_MINUTE), fields, found)


def _folders() -> Iterable[str]:
    below = (files("qingzhuang.web") / "templates").iterdir()
    return ["", *sorted(each.name for each in below if each.is_dir())]


def _templates(room: str) -> list[Traversable]:
    return _listed(files("qingzhuang.web") / "templates" / room)


def _listed(folder: Traversable) -> list[Traversable]:
    if not folder.is_dir():
        return []
    return sorted((each for each in folder.iterdir() if each.is_file()), key=lambda each: each.name)


def _plain(markup: str) -> str:
    lines = _TAG.sub("", _BLOCK.sub("\n", _CODE.sub("", _SAID.sub(r"\2", markup)))).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())


def _strings(program: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(program)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "later"):
            yield from (
                each.value
                for each in node.args
                if isinstance(each, ast.Constant) and isinstance(each.value, str)
            )
