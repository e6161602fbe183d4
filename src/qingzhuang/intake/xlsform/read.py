"""An XLSForm from its file: .xlsx, .xls, comma-separated text or a table of Markdown."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from qingzhuang.intake.xlsform import problems as say
from qingzhuang.intake.xlsform.choices import choice_lists, lists_of
from qingzhuang.intake.xlsform.entities import check_entities, check_sections
from qingzhuang.intake.xlsform.headers import Lines, lines
from qingzhuang.intake.xlsform.names import is_name
from qingzhuang.intake.xlsform.pages import Page, pages
from qingzhuang.intake.xlsform.referring import Referring
from qingzhuang.intake.xlsform.sense import check_instances, check_questions, languages_of
from qingzhuang.intake.xlsform.spellings import (
    ENTITY_COLUMNS,
    KNOWN_ENTITY,
    KNOWN_LIST,
    KNOWN_SETTINGS,
    KNOWN_SURVEY,
    LIST_COLUMNS,
    NO,
    SETTINGS_COLUMNS,
    SURVEY_COLUMNS,
    YES,
)
from qingzhuang.intake.xlsform.survey import Survey
from qingzhuang.intake.xlsform.types import INSTANCES
from qingzhuang.model.sheet import Workbook
from qingzhuang.model.xlsform import DEFAULT_LANGUAGE, XlsForm


def xlsform_of(book: Workbook) -> XlsForm:
    """Return the XLSForm that a workbook holds, with all that is wrong with it. A form that nobody should use is read
    as far as it goes: its `accepted` is then False."""
    remarks = say.Remarks(book.file, dict.fromkeys(book.problems))
    found = pages(book, remarks)
    if "survey" not in found or not (found["survey"].rows or found["survey"].headers):
        remarks.add(say.no_survey(book.file))
        return XlsForm(book.file, "survey", problems=tuple(remarks.found))
    form = _Reading(found, remarks).form()
    return replace(form, problems=tuple(remarks.found))


class _Reading:
    """Holds the sheets of one form while it is read."""

    def __init__(self, found: Mapping[str, Page], remarks: say.Remarks) -> None:
        self._pages, self._remarks = found, remarks
        self._settings_sheet = self._lines("settings", SETTINGS_COLUMNS, KNOWN_SETTINGS)
        self._settings = self._read_settings()
        self._language = self._settings.get("default_language", DEFAULT_LANGUAGE)
        tidy = self._settings.get("clean_text_values", "yes") not in NO
        self._choices = self._lines("choices", LIST_COLUMNS, KNOWN_LIST)
        self._external = self._lines("external_choices", LIST_COLUMNS, KNOWN_LIST)
        self._entities = self._lines("entities", ENTITY_COLUMNS, KNOWN_ENTITY)
        self._survey = lines(found["survey"], SURVEY_COLUMNS, KNOWN_SURVEY, remarks, tidy=tidy)

    def form(self) -> XlsForm:
        """Read and check everything."""
        again = self._settings.get("allow_choice_duplicates", "no") in YES
        lists = (
            choice_lists(self._choices, self._language, self._remarks, again=again) if self._choices else {}
        )
        external = lists_of(self._external, self._language) if self._external else {}
        if not self._survey.has("type"):
            self._remarks.add(say.missing_column(self._remarks.at(self._survey.name, 1), "type"))
        languages = languages_of(self._survey, self._choices, self._remarks, DEFAULT_LANGUAGE)
        survey = Survey(self._survey, lists, external, self._settings, self._language, self._remarks)
        children = survey.read()
        form = XlsForm(
            self._remarks.file,
            self._survey.name,
            self._label_column(),
            children,
            lists,
            external,
            self._settings,
            self._language,
            languages,
        )
        self._check(form, survey.names)
        return form

    def _label_column(self) -> int:
        labels = (header for header, column in self._survey.columns.items() if column[0] == "label")
        return self._pages["survey"].columns.get(next(labels, ""), 1)

    def _lines(
        self, name: str, aliases: Mapping[str, tuple[str, ...]], known: frozenset[str]
    ) -> Lines | None:
        page = self._pages.get(name)
        return lines(page, aliases, known, self._remarks) if page and page.rows else None

    def _read_settings(self) -> dict[str, str]:
        sheet = self._settings_sheet
        if sheet is None:
            return {}
        line = sheet.rows[0]
        settings = {column[0]: text for column, text in line.cells.items()}
        where = self._remarks.at(sheet.name, line.row)
        if "name" in settings and not is_name(settings["name"]):
            self._remarks.add(say.bad_name(where, "name", settings["name"]))
        if settings.get("omit_instanceID") in YES and settings.get("public_key"):
            self._remarks.add(say.bad_setting(where, "omit_instanceID"))
        return settings

    def _check(self, form: XlsForm, names: Counter[str]) -> None:
        remarks = self._remarks
        referring = Referring(names, remarks)
        for sheet in (self._settings_sheet, self._entities):
            if sheet:
                referring.check(sheet, but=("list name", "dataset", "repeat"))
        referring.check_survey(self._survey)
        if self._choices:
            referring.check_choices(self._choices)
        questions = [each for _around, each in form.questions()]
        referring.check_lists(questions, form.sheet)
        referring.check_triggers(self._survey, questions)
        check_questions(form, remarks)
        check_entities(self._entities, form, remarks)
        check_sections(self._survey.rows, form.sheet, remarks)
        attached = ((row.row, row.get("name")) for row in self._survey.rows if row.get("type") in INSTANCES)
        check_instances(attached, form, remarks)
