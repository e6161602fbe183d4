"""Columns headed by the very words that the ledger holds: 务农, 视力, 未参保."""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import cached_property

from qingzhuang.answer.beyond import Words
from qingzhuang.answer.ledger import LedgerView
from qingzhuang.answer.plan_resolve import Resolver
from qingzhuang.answer.select_catalogue import Population, Test, default_catalogue
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.form import ItemType

_COUNTED = re.compile(r"(?:总人数|人数|总数|数|人员|人)$")
_SCALED = re.compile(r"^(.+?)(?:及|或|（含）|\(含\))?以([上下])(?:学历|文化程度|文化)?(?:人数|人员|人)?$")
_BELOW_ALL = frozenset(("学龄前", "未上学", "未入学"))
_CHOSEN = frozenset((ItemType.CODE, ItemType.YESNO))
_SAY_NOTHING = frozenset(("是", "否", "有", "无", "其他", "其它", "不详", "未知", "正常"))
_NOT_OF_A_PERSON = ("place.", "person.relation_to_head")


class Values:
    """The words by which the ledger answers questions about people that have a few answers."""

    def __init__(self, resolver: Resolver) -> None:
        self._resolver = resolver

    def population(self, label: str, preferred: set[str]) -> Population | None:
        """Return the people of whom the ledger says just this word; None when it says it of no one, answers two
        questions with it, or has another word that may mean the same. `preferred` are elements that the title names."""
        if scaled := self._scaled(label):
            return scaled
        word = label if label in self._by_word else _COUNTED.sub("", label)
        keys = self._by_word.get(word, frozenset())
        chosen = keys & preferred if len(keys) > 1 else keys
        if len(chosen) != 1 or word in _SAY_NOTHING:
            return None
        (key,) = chosen
        if any(word != other and (word in other or other in word) for other in self._by_key[key]):
            return None
        return Population(word, (word,), {SubjectKind.PERSON: (Test(key, (word,)),)})

    def _scaled(self, label: str) -> Population | None:
        """Return the people on one side of a word of a scale: 大专及以上学历."""
        found = _SCALED.match(label)
        for key, scale in default_catalogue().scales.items() if found else ():
            level = next((number for number, words in enumerate(scale) if found and found[1] in words), None)
            if found and level is not None:
                side = scale[level:] if found[2] == "上" else scale[: level + 1]
                words = tuple(word for words in scale for word in words)
                others = self._by_key.get(key, frozenset()) - set(words)
                test = Test(
                    key, tuple(word for words in side for word in words), open=tuple(others - _BELOW_ALL)
                )
                if found[2] == "下":
                    test = replace(test, open=tuple(others))
                return Population(label, (label,), {SubjectKind.PERSON: (test,)})
        return None

    @cached_property
    def _by_key(self) -> Mapping[str, frozenset[str]]:
        view = self._resolver.view
        said = words_of_people(view) if view.beyond is None else view.beyond.words()
        return {key: words for key, words in said.items() if self._is_chosen(key)}

    @cached_property
    def _by_word(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, set[str]] = {}
        for key, words in self._by_key.items():
            for word in words:
                found.setdefault(word, set()).add(key)
        return {word: frozenset(keys) for word, keys in found.items()}

    def _is_chosen(self, key: str) -> bool:
        if "@" in key or "~" in key or key.startswith(_NOT_OF_A_PERSON):
            return False
        return self._resolver.element(key).type in _CHOSEN


def words_of_people(view: LedgerView) -> Words:
    """Return by element what is said of anybody."""
    found: dict[str, set[str]] = {}
    for person in view.of_kind(SubjectKind.PERSON):
        for key, candidates in view.facts[person].items():
            found.setdefault(key, set()).update(str(each.fact.value or "") for each in candidates)
    return {key: frozenset(words - {""}) for key, words in found.items()}
