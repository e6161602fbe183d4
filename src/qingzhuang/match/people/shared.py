"""What people said of pairs as a file that offices hand to each other (YAML or JSON), and what of it is new here.

A file says each reply with its author and day. What contradicts a word that stands here is shown and not brought: two
offices that disagree have to talk, and a file is no talk.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

import yaml

from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import id_of
from qingzhuang.match.grouping.rulings import Rulings, State, in_order
from qingzhuang.match.wording.definition_tree import definition_of, definition_tree
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.model.review import Reply, Said
from qingzhuang.model.verdict import ItemContext

VERSION = 1
_LONGEST = 400
_MOST = 20_000
_WIDEST = 20_000_000


@dataclass(frozen=True, slots=True)
class Coming:
    """`new` is what would be brought, `known` counts what stands here already, `against` contradicts (theirs, ours)."""

    new: tuple[Said, ...]
    known: int
    against: tuple[tuple[Said, Said], ...]


def as_text(said: Iterable[Said], office: str, file: str) -> str:
    """Write replies for other offices: JSON where the file is called so, else YAML."""
    document = {"qingzhuang_said": VERSION, "office": office, "said": [_entry(each) for each in said]}
    if file.lower().endswith(".json"):
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"
    return yaml.safe_dump(document, allow_unicode=True, sort_keys=False)


def read_shared(file: str, content: bytes) -> tuple[Said, ...]:
    """Read such a file. Raises ProblemError QZ-M003."""
    try:
        if len(content) > _WIDEST:
            raise ValueError
        document = yaml.safe_load(content.decode("utf-8-sig"))
        office = _short(document.get("office") or "")
        if document["qingzhuang_said"] != VERSION or len(document["said"]) > _MOST:
            raise ValueError
        return tuple(_said(each, office or file) for each in document["said"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, yaml.YAMLError) as error:
        raise ProblemError(_unreadable(file)) from error


def coming(theirs: Iterable[Said], here: Rulings) -> Coming:
    """Hold a file against what stands here."""
    new: list[Said] = []
    against: list[tuple[Said, Said]] = []
    known = 0
    theirs = tuple(theirs)
    newest = _newest(theirs)  # whoever changed his mind does not contradict himself
    for each in theirs:
        if each.reply.of_one_form:
            stood = here.twice.get(id_of(each.a, each.b))
            if stood is None:
                new.append(each)
            elif stood.reply is each.reply:
                known += 1
            else:
                against.append((each, stood))
            continue
        pair, swapped = in_order(each.a, each.b)
        ruling = here.pairs.get(pair)
        reply = each.reply.turned if swapped else each.reply
        spoken = list(ruling.latest.values()) if ruling else []
        stands = [one for one in spoken if newest.get((pair, one.by), one.at) <= one.at]
        if any((one.who, one.at, one.reply) == (each.who, each.at, reply) for one in stands):
            known += 1
        elif (
            ruling
            and stands
            and ruling.state is State.SETTLED
            and not {reply, Reply.UNKNOWN} & _words(stands)
        ):
            against.append((each, next(one for one in stands if one.reply is not Reply.UNKNOWN)))
        else:
            new.append(each)
    return Coming(tuple(new), known, tuple(against))


def _newest(theirs: Iterable[Said]) -> dict[tuple[str, str], datetime]:
    """When each person last spoke of each pair."""
    found: dict[tuple[str, str], datetime] = {}
    for each in theirs:
        if not each.reply.of_one_form:
            spoke = in_order(each.a, each.b)[0], each.by
            found[spoke] = max(each.at, found.get(spoke, each.at))
    return found


def context_of(tree: Any) -> ItemContext:
    """Read an item as the matcher sees it. Raises ValueError, TypeError or KeyError."""
    label = _short(tree["label"])
    if not label:
        raise ValueError
    others = {
        name: _short(tree[name]) if tree.get(name) is not None else None
        for name in ("form", "row", "unit", "parent", "issuer", "whole")
    }
    codes = tuple(_short(each) for each in tree.get("codes") or ())
    return ItemContext(label, **others, codes=codes, definition=definition_of(tree.get("definition")))


def tree_of(context: ItemContext) -> dict[str, Any]:
    """Return an item as plain data, without what is not known."""
    found = {name: value for name, value in asdict(context).items() if value}
    found |= {"definition": definition_tree(context.definition)} if context.definition else {}
    return found | ({"codes": list(context.codes)} if context.codes else {})


def _entry(said: Said) -> dict[str, Any]:
    return {
        "a": tree_of(said.a),
        "b": tree_of(said.b),
        "reply": said.reply.value,
        "who": said.who,
        "at": said.at.isoformat(),
    }


def _said(tree: Any, office: str) -> Said:
    at = tree["at"] if isinstance(tree["at"], datetime) else datetime.fromisoformat(tree["at"])
    if at.tzinfo is None:
        raise ValueError
    who = _short(tree["who"])
    by = f"{office}:{who}"
    return Said(context_of(tree["a"]), context_of(tree["b"]), Reply(tree["reply"]), who, by, at, office)


def _words(said: Iterable[Said]) -> set[Reply]:
    return {each.reply for each in said} - {Reply.UNKNOWN}


def _short(text: Any) -> str:
    if not isinstance(text, str) or len(text) > _LONGEST or "\0" in text:
        raise ValueError
    return text.strip()


def _unreadable(file: str) -> Problem:
    return Problem(
        "QZ-M003",
        file,
        _("这不是一份“人定过的对子”，没有带进来。"),
        _("请用对方 qz match review --export 存出来的文件。"),
    )
