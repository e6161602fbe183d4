"""One fill of a Word document: only the part with the body is written anew, all others are copied byte by byte."""

from copy import deepcopy

from lxml import etree

from qingzhuang.answer.keys import Keys, Resolved
from qingzhuang.answer.writers.docx.cards import CardWriter
from qingzhuang.answer.writers.docx.document import Document, Layout
from qingzhuang.answer.writers.docx.lists import ListWriter
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.ooxml.names import WORD
from qingzhuang.ooxml.package import Package, broken, open_package
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.word import STRICT_WORD, Element, document_part, parse_document, w


class Template:
    """A document opened for filling. One instance may fill any number of copies; it never changes itself."""

    def __init__(self, file: str, content: bytes) -> None:
        """Open the document. Raises ProblemError QZ-R004 to QZ-R006 when it cannot be read."""
        self._package = open_package(file, content)
        self._part = document_part(self._package)
        self._root = parse_document(self._package, self._part)
        body = self._root.find(w("body"))
        if body is None:
            raise ProblemError(broken(file, self._part))
        self._layout = Layout(body)
        self._keys: tuple[Form, Keys] | None = None

    def fill(self, form: Form, answers: Answers) -> Filled:
        """Return a copy with the answers in it; what found no place becomes a problem of the result. `form` is what was
        read from the same document."""
        return self._filled(deepcopy(self._root), form, answers)

    def fill_once(self, form: Form, answers: Answers) -> Filled:
        """Fill as `fill` does, for the last time: the document itself is used up."""
        return self._filled(self._root, form, answers)

    def _filled(self, root: Element, form: Form, answers: Answers) -> Filled:
        if self._keys is None or self._keys[0] is not form:
            self._keys = form, Keys(form)
        document = Document(next(root.iterchildren(w("body"))), self._layout)
        places, problems = _put(document, form, self._keys[1].resolve(answers))
        changed = {self._part: _serialised(self._package, self._part, root)} if places else {}
        return Filled(save(self._package.with_changes(changed)), places, problems)


def fill_body(body: Element, form: Form, answers: Answers) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """Put answers into the body of a document, whatever holds it. Returns the places written to and what a person should
    know."""
    return _put(Document(body, Layout(body)), form, Keys(form).resolve(answers))


def _put(document: Document, form: Form, resolved: Resolved) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    written: list[Element] = []
    problems = list(resolved.problems)
    for index, records in resolved.rows.items():
        table = form.tables[index]
        if table.sheet not in document.tables:
            continue
        writer = ListWriter(document.tables[table.sheet], table)
        (writer.matrix if table.stubs else writer.fill)(records)
        written += writer.written
        problems += writer.problems
    cards = CardWriter(document, [item for table in form.tables for item in table.inputs])
    for item, value in resolved.cards:
        cards.put(item, value)
    written += cards.written
    return tuple(document.places(set(written))), (*problems, *cards.problems)


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled:
    """Return the document with the answers in it. `form` is what was read from the same file. Raises ProblemError
    QZ-R004 to QZ-R006 when the document cannot be read; all else becomes problems of the result."""
    return Template(file, content).fill_once(form, answers)


def _serialised(package: Package, part: str, root: Element) -> bytes:
    text = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    strict = STRICT_WORD.encode() in package.part(part)
    return text.replace(WORD.encode(), STRICT_WORD.encode()) if strict else text
