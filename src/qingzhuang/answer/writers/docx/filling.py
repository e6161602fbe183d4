"""One fill of a Word document: only the part with the body is written anew, all others are copied byte by byte."""

from lxml import etree

from qingzhuang.answer.keys import resolve
from qingzhuang.answer.writers.docx.cards import CardWriter
from qingzhuang.answer.writers.docx.document import Document
from qingzhuang.answer.writers.docx.lists import ListWriter
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.names import WORD
from qingzhuang.ooxml.package import Package, broken, open_package
from qingzhuang.ooxml.save import save
from qingzhuang.ooxml.word import STRICT_WORD, Element, document_part, parse_document, w


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled:
    """Return the document with the answers in it. `form` is what was read from the same file. Raises ProblemError
    QZ-R004 to QZ-R006 when the document cannot be read; all else becomes problems of the result."""
    package = open_package(file, content)
    part = document_part(package)
    root = parse_document(package, part)
    body = root.find(w("body"))
    if body is None:
        raise ProblemError(broken(file, part))
    document = Document(body)
    resolved = resolve(form, answers)
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
    if written:
        package.changed[part] = _serialised(package, part, root)
    carriers = set(written)
    places = tuple(place for element, place in document.places() if element in carriers)
    return Filled(save(package), places, (*problems, *cards.problems))


def _serialised(package: Package, part: str, root: Element) -> bytes:
    text = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    strict = STRICT_WORD.encode() in package.part(part)
    return text.replace(WORD.encode(), STRICT_WORD.encode()) if strict else text
