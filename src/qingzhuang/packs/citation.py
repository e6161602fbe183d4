"""The law of a finding as it may be printed: only words that were read in a source stand in quotation marks."""

from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.law.provision import ArticleConfidence, Display, Provision
from qingzhuang.model.finding import Finding
from qingzhuang.packs.words import confidence_word


@dataclass(frozen=True, slots=True)
class Citation:
    """`lead` stands before words that are no quotation (据转述, 大意), and alone where no words may be shown; `certainty`
    tells how surely the words and the article's number are known."""

    name: str
    article: str
    words: str
    quoted: bool
    lead: str
    since: str
    certainty: str
    source: str
    exemption: str = ""

    @property
    def said(self) -> str:
        """The words in running text."""
        return f"“{self.words}”" if self.quoted else f"{self.lead}：{self.words}" if self.words else self.lead


def citation(finding: Finding, provision: Provision | None = None) -> Citation:
    """Cite the law of a finding; the provision adds what a finding does not carry."""
    words = finding.words.rstrip("；;。")
    since = _("{day} 起施行").format(day=finding.since.isoformat()) if finding.since else _("还没有施行日期")
    name = f"《{finding.instrument}》"
    if provision is None:
        certainty = "" if finding.quoted else _("没有核对正式文本")
        return Citation(
            name, finding.article, words, finding.quoted, lead(None), since, certainty, finding.source
        )
    number = provision.instrument.doc_no
    sure = [confidence_word(provision.confidence)]
    if provision.article_confidence is ArticleConfidence.SEEN:
        sure.append(_("条号已核"))
    return Citation(
        f"{name}（{number}）" if number else name,
        finding.article,
        words,
        finding.quoted,
        lead(provision.display),
        since,
        "；".join(sure),
        finding.source,
        provision.exemption,
    )


def lead(display: Display | None) -> str:
    """What stands before words that are no quotation."""
    if display is Display.RESTATED:
        return _("据转述")
    return _("用语还没有核对，暂不写出") if display is Display.HIDE else _("大意（不是原文）")
