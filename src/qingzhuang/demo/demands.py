"""Writes demands.yaml: who asks each form of whom, how often, how it travels."""

from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

import yaml

from qingzhuang.demo.forms.spec import FormSpec

FILE = "demands.yaml"
_HEAD = "# 每张表由谁要、一年几次、怎么交；没有写的按通常情况算\n"


def demands_text(forms: Iterable[FormSpec]) -> str:
    """Return the text of demands.yaml."""
    demands = [_demand(form) for form in forms]
    return _HEAD + yaml.safe_dump({"demands": demands}, allow_unicode=True, sort_keys=False)


def _demand(form: FormSpec) -> dict[str, Any]:
    return {"file": form.path, "issuer": form.issuer, "level": form.level} | asdict(form.demand)
