"""The public page of one provision: its words as they may be shown, what is checked, why, how to put it right, examples."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from qingzhuang.check.rule import Breaks, Passes, Rule, Setting
from qingzhuang.check.run import check
from qingzhuang.language import gettext as _
from qingzhuang.law.facts import facts
from qingzhuang.law.provision import Display, Provision
from qingzhuang.model.case import Case
from qingzhuang.packs.citation import lead
from qingzhuang.packs.load import encoded
from qingzhuang.packs.words import category_word, confidence_word, gravity_word, kind_word

READ_ON = date(2026, 11, 26)  # the day on which the examples' dates are read


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with a text or a list under it."""

    heading: str
    text: str = ""
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RulePage:
    """One provision as it is shown: `facts` are lines like 条：第六条; `breaks` and `passes` are examples, `also` the codes
    and titles of other rules against the same ill; `silent` says why no rule judges it."""

    code: str
    title: str
    facts: tuple[str, ...]
    words: str
    headings: tuple[Section, ...] = ()
    questions: tuple[str, ...] = ()
    breaks: tuple[str, ...] = ()
    passes: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    silent: str = ""


def page_of(provision: Provision, rule: Rule | None) -> RulePage:
    """What is shown of a provision."""
    head, words = tuple(_head(provision, rule)), words_shown(provision)
    if rule is None:
        return RulePage(provision.id, provision.title, head, words, silent=provision.not_encoded)
    return RulePage(
        provision.id,
        provision.title,
        head,
        words,
        _headings(rule),
        _questions(rule),
        _examples(rule, Breaks),
        _examples(rule, Passes),
        _also(provision, rule),
    )


def rule_page(provision: Provision, rule: Rule | None) -> str:
    """The page as Markdown, good to read in a terminal too."""
    page = page_of(provision, rule)
    parts = [f"# {page.code} {page.title}", _list(page.facts), f"> {page.words}"]
    parts += [f"## {each.heading}\n\n{each.text}" for each in page.headings]
    parts += [_("机器不判断：{reason}").format(reason=page.silent)] if rule is None else []
    lists = (
        (_("不知道时问一句"), page.questions),
        (_("查得到的"), page.breaks),
        (_("查不到的"), page.passes),
        (_("同一情形还见于"), tuple(f"{code} {title}" for code, title in page.also)),
    )
    parts += [f"## {heading}\n\n{_list(lines)}" for heading, lines in lists if lines]
    return "\n\n".join(parts) + "\n"


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def words_shown(provision: Provision) -> str:
    """The operative words: in quotation marks only where they were read so, never where they were not verified."""
    bare = provision.words.rstrip("；;")
    if provision.display is Display.QUOTE:
        return f"“{bare}”"
    if provision.display is Display.HIDE:
        return f"{lead(provision.display)}。"
    return f"{lead(provision.display)}：{bare}"


def since_shown(provision: Provision) -> str:
    """From which day on it binds."""
    return f"{provision.since}" if provision.since else _("未施行")


def _head(provision: Provision, rule: Rule | None) -> Iterable[str]:
    instrument = provision.instrument
    number = f" {instrument.doc_no}" if instrument.doc_no else ""
    yield _("文件：《{name}》{number}（{issuer}）").format(
        name=instrument.name, number=number, issuer=instrument.issuer
    )
    yield _("条：{article}").format(article=provision.cited)
    spoken = gravity_word(provision.gravity) if rule else _("不判断")
    yield _("用语：{verb} → {spoken}").format(verb=provision.verb, spoken=spoken)
    until = _("，到 {day} 为止").format(day=provision.until) if provision.until else ""
    yield _("生效：{day}{until}").format(day=since_shown(provision), until=until)
    if instrument.place:
        yield _("只在 {place} 管用，平时关着，要按地方打开").format(place=instrument.place)
    if rule is not None:
        yield _("查的对象：{kinds}").format(kinds="、".join(sorted(kind_word(kind) for kind in rule.kinds)))
        yield _("类别：{code} {word}").format(code=rule.category, word=category_word(rule.category))
    if provision.exemption:
        yield _("除外：{words}").format(words=provision.exemption)
    yield _("核对：{confidence}；{source}").format(
        confidence=confidence_word(provision.confidence), source=provision.source
    )


def _headings(rule: Rule) -> tuple[Section, ...]:
    lines = [line.strip().partition("：") for line in rule.page.splitlines()]
    return tuple(Section(heading, text) for heading, _colon, text in lines)


def _questions(rule: Rule) -> tuple[str, ...]:
    """What a person is asked when nothing is known."""
    missing = [
        name
        for kind in sorted(rule.kinds)
        for name in rule.judge(Case(kind), Setting(READ_ON)).facts
        if name in facts()
    ]
    asked = (rule.question,) if rule.question else (facts()[name].question for name in missing)
    return tuple(dict.fromkeys(asked)) if missing else ()


def _examples(rule: Rule, kind: type[Breaks | Passes]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_example(each.case) for each in rule.examples if isinstance(each, kind)))


def _example(case: Case | str) -> str:
    if isinstance(case, str):
        return case
    known = "，".join(
        f"{facts()[name].name}＝{facts()[name].say(each.value)}" for name, each in case.facts.items()
    )
    claim = case.exemption
    event = _("；有据的例外：{event}").format(event=claim.event) if claim else ""
    return f"{kind_word(case.kind)}：{known}{event}"


def _also(provision: Provision, rule: Rule) -> tuple[tuple[str, str], ...]:
    """Other rules that the first example meets: one ill, several instruments."""
    case = next(
        each.case for each in rule.examples if isinstance(each, Breaks) and isinstance(each.case, Case)
    )
    here = replace(case, places=(provision.instrument.place,))
    found = check(here, [(e.provision, e.rule) for e in encoded().values()], Setting(READ_ON))
    near = [each for each in found if provision.id in (each.code, *each.also)]
    codes = {code for each in near for code in (each.code, *each.also)} - {provision.id}
    return tuple((code, encoded()[code].provision.title) for code in sorted(codes))
