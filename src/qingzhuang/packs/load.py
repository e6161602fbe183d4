"""Finds the packs: those beside this file, and those that other packages offer by the entry point qingzhuang.packs."""

import importlib
import pkgutil
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from types import ModuleType

import qingzhuang.packs
from qingzhuang.check.rule import MARK, Rule
from qingzhuang.language import gettext as _
from qingzhuang.law.load import load_instrument, load_provisions
from qingzhuang.law.provision import Instrument, Provision
from qingzhuang.model.problem import Problem, ProblemError

GROUP = "qingzhuang.packs"


@dataclass(frozen=True, slots=True)
class Pack:
    """One instrument with its provisions and the rules that judge them."""

    instrument: Instrument
    provisions: tuple[Provision, ...]
    rules: tuple[Rule, ...]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A rule beside the provision that it encodes."""

    provision: Provision
    rule: Rule


@cache
def packs() -> tuple[Pack, ...]:
    """All packs, our own first. Raises ValueError naming the file when a pack is malformed."""
    own = [
        f"{qingzhuang.packs.__name__}.{each.name}"
        for each in pkgutil.iter_modules(qingzhuang.packs.__path__)
        if each.ispkg
    ]
    loaded = [load_pack(importlib.import_module(name)) for name in own]
    return (*loaded, *map(_of_another, metadata.entry_points(group=GROUP)))


class PackError(ProblemError, ValueError):
    """A pack of another package that cannot be used."""


def _of_another(point: metadata.EntryPoint) -> Pack:
    """A pack that another package offers; what is wrong with it is told with the name of the package, not as a fault of ours."""
    try:
        return load_pack(importlib.import_module(point.value))
    except Exception as error:
        problem = Problem(
            "QZ-K003",
            point.value,
            _("这个外来的规定包用不了：{error}。").format(error=error or type(error).__name__),
            _("请告诉做这个包的人；先卸掉它（pip uninstall），别的规定照样查。"),
        )
        raise PackError(problem) from error


def load_pack(package: ModuleType) -> Pack:
    """Load one pack from its package."""
    folder = resources.files(package)
    where = package.__name__
    instrument = load_instrument((folder / "document.toml").read_text("utf-8"), f"{where}/document.toml")
    provisions = load_provisions(
        (folder / "articles.yaml").read_text("utf-8"), f"{where}/articles.yaml", instrument
    )
    return Pack(instrument, provisions, tuple(_rules(importlib.import_module(f"{where}.rules"))))


def _rules(package: ModuleType) -> list[Rule]:
    names = sorted(each.name for each in pkgutil.iter_modules(package.__path__))
    modules = (importlib.import_module(f"{package.__name__}.{name}") for name in names)
    return [found for module in modules for found in _marked(module)]


def _marked(module: ModuleType) -> list[Rule]:
    values = (getattr(value, MARK, None) for value in vars(module).values())
    return [value for value in values if isinstance(value, Rule)]


@cache
def encoded() -> dict[str, Encoded]:
    """Every encoded rule by its code. Raises ValueError for a rule without its provision."""
    found: dict[str, Encoded] = {}
    for pack in packs():
        provisions = {each.id: each for each in pack.provisions}
        for rule in pack.rules:
            if rule.code not in provisions or rule.code in found:
                raise ValueError(f"{pack.instrument.id}: {rule.name}: {rule.code}")
            found[rule.code] = Encoded(provisions[rule.code], rule)
    return found
