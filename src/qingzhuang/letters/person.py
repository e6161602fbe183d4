"""All that is known of one person, to be handed to that person: as a letter, or for another program to read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from qingzhuang.letters.paper import HEAD, SMALL, Paper


@dataclass(frozen=True, slots=True)
class PersonSheet:
    """A title, some words before, and sections: a heading with its lines. `data` is the same for programs."""

    title: str
    lead: str
    sections: tuple[tuple[str, Sequence[str]], ...]
    data: Mapping[str, Any]


def person_docx(sheet: PersonSheet) -> bytes:
    """Return the bytes of the document."""
    paper = Paper(SMALL, sheet.title)
    paper.title(sheet.title)
    paper.say(sheet.lead)
    for heading, lines in sheet.sections:
        paper.say(heading, face=HEAD, keep=True)
        for line in lines or ("没有。",):
            paper.say(line)
    return paper.content()


def person_json(sheet: PersonSheet) -> bytes:
    """Return the data, with letters as they are."""
    return json.dumps(sheet.data, ensure_ascii=False, indent=2, default=str).encode()
