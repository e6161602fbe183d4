"""A lexicon of three concepts over the shipped structure, for tests about the lexicon itself."""

from qingzhuang.match.vocabulary.load import shipped

CONCEPTS = """
domain: person
concepts:
  - {id: person.name, name: 姓名, object: person, type: text, synonyms: [名字]}
  - {id: person.phone, name: 联系电话, object: null, type: phone, synonyms: [电话]}
  - {id: person.mobile, name: 手机号, object: null, type: phone, broader: person.phone, pinyin: [SJH]}
"""


def texts(concepts: str = CONCEPTS) -> dict[str, str]:
    """The files of the lexicon with other concepts."""
    structure = {name: text for name, text in shipped().items() if not name.startswith("concepts/")}
    return structure | {"concepts/person.yaml": concepts}
