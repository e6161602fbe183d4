"""What a form says about itself that no single row tells: labels, pictures, expressions, circles, languages."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.expressions import balanced, circles, unknown_functions
from qingzhuang.intake.xlsform.headers import Lines
from qingzhuang.intake.xlsform.names import names_in
from qingzhuang.intake.xlsform.spellings import FILES, MEDIA, TRANSLATED, TRANSLATED_BINDS, TRANSLATED_CHOICES
from qingzhuang.intake.xlsform.survey import shown
from qingzhuang.intake.xlsform.types import NEEDS_LABEL
from qingzhuang.language import gettext as _
from qingzhuang.model.xlsform import DEFAULT_LANGUAGE, Question, XlsForm

_WITH_HINT = frozenset(
    {"phone number"} | {f"number of days in last {each}" for each in ("month", "six months", "year")}
)
_LANGUAGE_CODE = re.compile(r"\(([A-Za-z]{2,3})(-[A-Za-z0-9-]+)?\)$|^[A-Za-z]{2,3}$")
_SEARCH = re.compile(r"search\(.*\)$")


def check_questions(form: XlsForm, remarks: say.Remarks) -> None:
    """Say what no person could read or answer."""
    searched: dict[str, set[bool]] = {}
    for _around, each in form.questions():
        where = remarks.at(form.sheet, each.row)
        if each.type in NEEDS_LABEL and shown(each) and not _legible(each):
            remarks.add(say.no_label(where, each.name))
        if each.media and (
            each.media.keys() - MEDIA or ("big-image" in each.media) > ("image" in each.media)
        ):
            remarks.add(say.bad_media(where, each.name))
        if each.list_name:
            search = _SEARCH.search(each.appearance) is not None
            searched.setdefault(each.list_name, set()).add(search)
            if search and f".{each.list_name.rpartition('.')[2]}" in FILES:
                remarks.add(say.bad_file_list(where, each.list_name))
            elif len(searched[each.list_name]) > 1:
                words = _("清单“{name}”有的题用 search() 找，有的不用。").format(name=each.list_name)
                remarks.add(say.bad_choice(where, words))
        _expressions(each, where, remarks)
    _circles(form, remarks)


def _legible(each: Question) -> bool:
    return bool(
        each.label or each.hint or each.media or each.type in _WITH_HINT or each.appearance == "label"
    )


def _expressions(each: Question, where: str, remarks: say.Remarks) -> None:
    written = {
        "relevant": each.relevant,
        "constraint": each.constraint,
        "calculation": each.calculation,
        "choice_filter": each.choice_filter,
        "required": each.required,
    }
    for column, text in written.items():
        if text and not balanced(text):
            remarks.add(say.not_balanced(where, column))
        for name in unknown_functions(text) if text else ():
            remarks.add(say.unknown_function(where, name))


def _circles(form: XlsForm, remarks: say.Remarks) -> None:
    """A value, and whether it is asked, may not wait for itself."""
    questions = {each.name: each for _around, each in form.questions()}
    waits = {
        name: tuple(dict.fromkeys((*names_in(each.calculation), *names_in(each.relevant))))
        for name, each in questions.items()
    }
    for found in circles(waits):
        where = remarks.at(form.sheet, questions[found[0]].row)
        remarks.add(say.circle(where, " → ".join((*found, found[0]))))


def languages_of(survey: Lines, choices: Lines | None, remarks: say.Remarks, default: str) -> tuple[str, ...]:
    """Return the languages of a form, and say which columns some of them lack."""
    found: dict[str, None] = {}
    for sheet, columns in ((survey, TRANSLATED), (choices, TRANSLATED_CHOICES)):
        if sheet is None:
            continue
        seen = _seen(sheet, columns, default)
        found |= dict.fromkeys(seen)
        for language, lacking in _lacking(seen):
            words = _("语言“{language}”缺列：{columns}。")
            words = words.format(language=language, columns="、".join(lacking))
            remarks.add(say.worth_knowing(remarks.at(sheet.name, 1), words, _("请补上这几列的译文。")))
    for language in found:
        if language != DEFAULT_LANGUAGE and not _LANGUAGE_CODE.search(language):
            words = _("语言“{language}”没有写代码。").format(language=language)
            cure = _("写作 中文 (zh) 这样，程序才认得出。")
            remarks.add(say.worth_knowing(remarks.at(survey.name, 1), words, cure))
    return tuple(found)


def _seen(sheet: Lines, columns: tuple[str, ...], default: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for column in sheet.columns.values():
        at = 1 if column[0] in ("media", "bind") and len(column) > 1 else 0
        name = column[at] if column[at] in columns else TRANSLATED_BINDS.get(column[at], "")
        if name and len(column) <= at + 2:
            found.setdefault(column[at + 1] if len(column) > at + 1 else default, set()).add(name)
    return found


def _lacking(seen: Mapping[str, set[str]]) -> Iterator[tuple[str, list[str]]]:
    every = Counter(name for names in seen.values() for name in names)
    if len(seen) > 1 or (seen and DEFAULT_LANGUAGE not in seen):
        for language, names in seen.items():
            if every.keys() - names:
                yield language, sorted(every.keys() - names)


def check_instances(names: Iterable[tuple[int, str]], form: XlsForm, remarks: say.Remarks) -> None:
    """Files beside the form have names of their own, also beside its lists."""
    seen = {each.list_name for _around, each in form.questions() if each.list_name in form.choices}
    for row, name in names:
        if name in seen:
            remarks.add(say.name_again(remarks.at(form.sheet, row), name))
        seen.add(name)
