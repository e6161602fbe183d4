"""Adds what the source says anew to the catalogues, takes out what nobody says any more, and binds them.

`python -m catalogue` for all areas, `python -m catalogue desk core` for some; prints how much of each is translated.
"""

import sys
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from catalogue.messages import Message, messages
from qingzhuang.language.binding import HERE, LANGUAGES, bind

WIDTH = 110


def update(file: Path, said: dict[Message, str], language: str) -> tuple[int, int]:
    """Bring one catalogue in step; return how many messages it has, and how many are translated."""
    old = Catalog(locale=language)
    if file.exists():
        with file.open("rb") as text:
            old = read_po(text, locale=language)
    new = Catalog(locale=language, project="Qingzhuang")
    for message, place in said.items():
        before = old.get(message[0] if isinstance(message, tuple) else message)
        new.add(
            message,
            before.string if before else "",
            locations=[(place, 0)],
            user_comments=before.user_comments if before else [],
        )
    with file.open("wb") as out:
        out.write(b'msgid ""\nmsgstr ""\n"Language: en\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
        out.write(b'"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
        write_po(out, new, width=WIDTH, omit_header=True, sort_by_file=True, include_lineno=False)
    listed = [each for each in new if each.id]
    return len(listed), sum(1 for each in listed if each.string)


def main() -> None:
    """Update, bind, and say how far the translation is."""
    wanted = set(sys.argv[1:])
    said = messages()
    for language in LANGUAGES:
        for file in (HERE / language).glob("*.po"):
            if file.stem not in said:
                file.unlink()
        for area, listed in said.items():
            if not wanted or area in wanted:
                total, done = update(HERE / language / f"{area}.po", listed, language)
                print(f"{language} {area}: {done} of {total}")  # noqa: T201
    bind()


main()
