"""A finding as the check makes it from a rule, for tests of what is shown and written of it."""

from qingzhuang.model.finding import Finding
from qingzhuang.packs.load import encoded


def finding_of(code: str, text: str, marked: str) -> Finding:
    """A finding of a rule on words of a text; the law's words as its provision may show them."""
    each = encoded()[code]
    start = text.index(marked)
    return Finding(
        code=code,
        title=each.provision.title,
        gravity=each.provision.gravity,
        force=each.provision.verb,
        instrument=each.provision.instrument.name,
        article=each.provision.cited,
        words=each.provision.words,
        quoted=each.provision.display == "quote",
        where="第2行",
        message=each.rule.message,
        rewrite=each.rule.rewrite,
        start=start,
        end=start + len(marked),
        text=marked,
        since=each.provision.since,
    )
