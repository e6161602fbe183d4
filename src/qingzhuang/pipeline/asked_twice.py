"""Columns that a form seems to ask twice: what its issuer said of them is followed, and whoever fills it is told."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.answer.plan_cell import Asked, Reading
from qingzhuang.language import gettext as _
from qingzhuang.match.grouping.repeats import Twice
from qingzhuang.match.grouping.rulings import Rulings
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.element import element
from qingzhuang.model.form import Form, Item
from qingzhuang.model.problem import Problem, Severity
from qingzhuang.model.review import Reply, Said


def read_apart(reading: Reading, twice: Sequence[Twice], said: Rulings, lexicon: Lexicon) -> Reading:
    """Return what a form asks where two columns were said to be two things: only the one that is called what the element is called is
    filled from it, the other one is asked in its own words. Where neither is, nobody knows which one the ledger means."""
    own: dict[Item, Asked] = {}
    for each in twice:
        if word_on(each, said) is not Reply.APART:
            continue
        name = element(each.key, lexicon).name
        for item, label in ((each.a, each.one.label), (each.b, each.other.label)):
            if label != name:
                own[item] = _in_its_own_words(reading.of(item), label, lexicon)
    return replace(reading, asked={**reading.asked, **own}) if own else reading


def told_twice(form: Form, twice: Sequence[Twice], said: Rulings) -> tuple[Problem, ...]:
    """Return what whoever fills the form should know."""
    return tuple(_told(form, each, said.twice.get(each.id)) for each in twice)


def word_on(twice: Twice, said: Rulings) -> Reply | None:
    """The last word on a pair of columns."""
    word = said.twice.get(twice.id)
    return word.reply if word else None


def spared(twice: Sequence[Twice], said: Rulings) -> dict[Item, str]:
    """Columns that need not be asked since they were said to be the same as an earlier one, with that one's words."""
    return {each.b: each.one.label for each in twice if word_on(each, said) is Reply.REPEATED}


def _in_its_own_words(asked: Asked, label: str, lexicon: Lexicon) -> Asked:
    whose, at, _bare = (asked.key or "").rpartition("@")
    key = f"{whose}{at}~{label}"
    return replace(asked, key=key, element=element(key, lexicon), unit_formula=None, also=None)


def _told(form: Form, twice: Twice, word: Said | None) -> Problem:
    issuer = form.issuer or _("发表单位")
    if word is None:
        message = _("{why}先按同一项填，答一次两栏都有。").format(why=twice.why)
        cure = _("是不是一回事，请{issuer}在“送出前”里定。").format(issuer=issuer)
        return Problem("QZ-W170", str(twice.b.place), message, cure, Severity.NOTE)
    same = word.reply is Reply.REPEATED
    told = (
        _("“{a}”和“{b}”是同一项（{who} {day} 定的），答一次两栏都填上。")
        if same
        else _("“{a}”和“{b}”是两项（{who} {day} 定的），各答各的，不拿一栏去填另一栏。")
    )
    message = told.format(a=twice.one.label, b=twice.other.label, who=word.who, day=f"{word.at:%Y-%m-%d}")
    cure = _("定错了，请{issuer}在“送出前”里改。").format(issuer=issuer)
    return Problem("QZ-W171" if same else "QZ-W172", str(twice.b.place), message, cure, Severity.NOTE)
