"""Telling the program to calculate when it opens the file (ECMA-376 part 1, 18.2.2)."""

import re
from collections.abc import Mapping

from qingzhuang.ooxml.rewrite import rewrite

_BEFORE = re.compile(
    rb"</(?P<p>(?:\w+:)?)(?:sheets|functionGroups|externalReferences|definedNames)>"
    rb"|<(?P<q>(?:\w+:)?)(?:functionGroups|externalReferences|definedNames)\b[^>]*/>"
)


def calculate_on_load(content: bytes, file: str, part: str) -> bytes:
    """Return the workbook part with fullCalcOnLoad set; all else as it was."""
    seen: list[str] = []

    def tag(name: str, _attributes: Mapping[str, str]) -> Mapping[str, str]:
        if name != "calcPr":
            return {}
        seen.append(name)
        return {"fullCalcOnLoad": "1"}

    changed = rewrite(content, file, part, tag, None)
    places = list(_BEFORE.finditer(changed))
    if seen or not places:
        return changed
    last = places[-1]
    prefix = last["p"] if last["p"] is not None else last["q"]
    return changed[: last.end()] + b"<" + prefix + b'calcPr fullCalcOnLoad="1"/>' + changed[last.end() :]
