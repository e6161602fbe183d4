"""A case whose facts know their catalogue: reading or holding a fact that is not there is an error."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from qingzhuang.law.facts import facts
from qingzhuang.model.case import Case, Known


class KnownFacts(Mapping[str, Known]):
    """Facts that refuse unknown names and values of another type."""

    def __init__(self, held: Mapping[str, Known]) -> None:
        for name, known in held.items():
            assert facts()[name].accepts(known.value), f"{name}: {known.value!r}"
        self.held = held

    def __getitem__(self, name: str) -> Known:
        assert name in facts(), f"unknown fact: {name}"
        return self.held[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.held)

    def __len__(self) -> int:
        return len(self.held)


def strict(case: Case) -> Case:
    return replace(case, facts=KnownFacts(case.facts))
