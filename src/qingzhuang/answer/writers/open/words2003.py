"""WordprocessingML 2003, filled: its tables are those of .docx under another name, so it is renamed, filled as such, and
renamed back element by element."""

from lxml import etree

from qingzhuang.answer.writers.docx.filling import fill_body
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.form import Form
from qingzhuang.model.problem import ProblemError
from qingzhuang.ooxml.names import WORD
from qingzhuang.ooxml.package import parse_xml
from qingzhuang.ooxml.word import Element, w

_OLD = "{http://schemas.microsoft.com/office/word/2003/wordml}"
_NEW = f"{{{WORD}}}"
_NAMES = {"vmerge": "vMerge", "hmerge": "hMerge"}
_NAMES_BACK = {new: old for old, new in _NAMES.items()}
_WRAPPERS = frozenset(("sect", "sub-section", "pBdrGroup"))


def fill(file: str, content: bytes, form: Form, answers: Answers) -> Filled | None:
    """Return the document with the answers in it. None where it is not well formed as it is, or holds no body."""
    try:
        root = parse_xml(content, file, file)
    except ProblemError:
        return None
    prefixes = [each for each in root.nsmap if each]
    wrapped = [
        (each, str(each.tag)) for each in root.iter(etree.Element) if etree.QName(each).localname in _WRAPPERS
    ]
    for each, _name in wrapped:
        each.tag = w("customXml")
    _rename(root, _OLD, _NEW, _NAMES)
    body = root.find(w("body"))
    if body is None:
        return None
    places, problems = fill_body(body, form, answers)
    for each, name in wrapped:
        each.tag = name
    _rename(root, _NEW, _OLD, _NAMES_BACK)
    etree.cleanup_namespaces(root, keep_ns_prefixes=prefixes)
    made = etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)
    return Filled(made if places else content, places, problems)


def _rename(root: Element, old: str, new: str, names: dict[str, str]) -> None:
    """Give elements and attributes of one namespace the other's; order and values stay."""
    for element in root.iter(etree.Element):
        tag = str(element.tag)
        if tag.startswith(old):
            name = tag.rpartition("}")[2]
            element.tag = f"{new}{names.get(name, name)}"
        if any(str(key).startswith(old) for key in element.attrib):
            said = [(str(key), str(value)) for key, value in element.attrib.items()]
            element.attrib.clear()
            for key, value in said:
                element.set(new + key.removeprefix(old) if key.startswith(old) else key, value)
