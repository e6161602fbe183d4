"""What `qz demo` does with the township it made: take its sheets into a ledger, fill its forms, weigh them."""

import os
from dataclasses import replace
from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.demo_fill import Filling
from qingzhuang.cli.ledger_open import opened
from qingzhuang.cli.output import complain, say, steps
from qingzhuang.cli.serve import EXAMPLE_LEDGER
from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.make import FORMS, LEDGERS
from qingzhuang.demo.person import AS_OF
from qingzhuang.demo.township import Township
from qingzhuang.language.written import written_in
from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.home import mark_example
from qingzhuang.web.shelf import FILLED, REPORT, REPORTS, Shelf, Weight, write_shelf

_RECORDER = "样例"


def go_on(folder: Path, township: Township) -> None:
    """Import, fill and weigh; says what came of each. Raises OSError when the folder cannot be written to."""
    say(_use_own_ledger(folder))
    fresh = _nobody_else_here()
    import_rolls(folder)
    shelf = fill_township(folder, township)
    shelf = replace(shelf, weight=weigh_township(folder))
    write_shelf(folder, shelf)
    _say_shelf(shelf)
    if fresh:
        _open_offices(folder, township)


def _open_offices(folder: Path, township: Township) -> None:
    """Make the example's offices, where anybody may sit down: only where no real people are kept."""
    from qingzhuang.cli.demo_offices import settle_in

    settle_in(folder, township, clock.now())
    mark_example()


def _nobody_else_here() -> bool:
    """Tell whether the ledger is still empty."""
    opened()
    from qingzhuang.store.ledger.queries import documents

    return not documents()


def _use_own_ledger(folder: Path) -> str:
    """Keep invented people out of the ledger of real ones; who has set QZ_HOME knows what he does."""
    if os.environ.get("QZ_HOME"):
        return _("台账记在 QZ_HOME 指定的地方：{home}。").format(home=os.environ["QZ_HOME"])
    os.environ["QZ_HOME"] = str((folder / EXAMPLE_LEDGER).resolve())
    return _("样例有自己的账，记在“{home}”里，不碰您自己的账。").format(home=folder / EXAMPLE_LEDGER)


def import_rolls(folder: Path) -> None:
    """Take every sheet of the township into the ledger."""
    opened()
    from qingzhuang.store.ledger.commands import import_form

    facts = conflicts = 0
    now = clock.now()
    files = sorted((folder / LEDGERS).glob("*.xlsx"))
    for path in steps(files, _("记账")):
        try:
            report = import_form(path.name, path.read_bytes(), recorder=_RECORDER, at=now, as_of=AS_OF)
        except ProblemError as error:
            complain([error.problem])
            continue
        facts, conflicts = facts + report.new, conflicts + len(report.conflicts)
    say(
        _("{files} 份台账记下 {facts} 条事实，{conflicts} 处说法不一。").format(
            files=len(files), facts=facts, conflicts=conflicts
        )
    )


def fill_township(folder: Path, township: Township) -> Shelf:
    """Fill every form; return what the web page lists."""
    from qingzhuang.cli.fill_ledger import open_view

    filling = Filling(folder, township, open_view(AS_OF))
    specs = {folder / FORMS / spec.path: spec for spec in all_forms()}
    for path in steps(list(specs), _("填表")):
        filling.add(specs[path])
    return filling.shelf()


def weigh_township(folder: Path) -> Weight:
    """Write the weigh report beside the forms; return what they cost a month."""
    from qingzhuang.cli.weigh import held_facts, weigh_folder
    from qingzhuang.web.report.page import MONTHS, report_page
    from qingzhuang.web.report.render import render_report

    weighing, _problems, _seconds = weigh_folder(folder / FORMS, AS_OF, held_facts(AS_OF))
    (folder / REPORT).write_text(render_report(report_page(weighing, AS_OF)), encoding="utf-8")
    for language, name in REPORTS.items():
        with written_in(language):
            told, _problems, _seconds = weigh_folder(folder / FORMS, AS_OF, held_facts(AS_OF))
            (folder / name).write_text(render_report(report_page(told, AS_OF)), encoding="utf-8")
    tally = weighing.tally
    return Weight(tally.before.likely / MONTHS, tally.after.likely / MONTHS)


def _say_shelf(shelf: Shelf) -> None:
    filled, blank = sum(paper.filled for paper in shelf.papers), sum(paper.blank for paper in shelf.papers)
    words = _(
        "填好 {done} 份（共 {papers} 份），{filled} 格有了答案，{blank} 格还没人知道，要问 {questions} 个问题；放在“{folder}”，报告是“{report}”。"
    )
    done = sum(1 for paper in shelf.papers if paper.filled)
    say(
        words.format(
            done=done,
            papers=len(shelf.papers),
            filled=filled,
            blank=blank,
            questions=shelf.questions,
            folder=FILLED,
            report=REPORT,
        )
    )
