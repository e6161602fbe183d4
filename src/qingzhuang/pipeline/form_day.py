"""On which day a form wants its ages: what its notes say, else its own date, else the end of a period that is over, else today."""

import re
from datetime import date

from qingzhuang.match.wording.day import Printed, day_of_title
from qingzhuang.model.definition import Definition, Moment
from qingzhuang.model.form import Form

_UNTIL = re.compile("截[至止]")


def form_day(form: Form, today: date) -> date:
    """Return the day. A note counts when it speaks of the whole form, of ages or of a column of ages, and no other note contradicts
    it; a day without a year is of the form's own year, else of today's."""
    period = form.period
    noted = {day for each in form.definitions if _of_ages(each) and (day := _day(each.as_of, form, today))}
    if len(noted) == 1:
        return noted.pop()
    if period is None:
        return today
    over = period.end is not None and period.end < today
    return period.as_of or (period.end if over and period.end else today)


def stated_day(form: Form, today: date) -> date | None:
    """Return the day as of which a form prints that it wants its figures: in its title, behind 截至, or in a note of the whole form;
    None where it prints none. A date of filling is none."""
    noted = {day for each in form.definitions if _of_all(each) and (day := _day(each.as_of, form, today))}
    if noted:
        return noted.pop() if len(noted) == 1 else None
    period = form.period
    if period is not None and period.stated:
        return period.as_of or period.end
    titled = day_of_title(form.title or "")
    if titled is not None and titled.year is None:
        return in_its_year(titled, form, today)
    if period is None:
        return None
    printed = "".join((form.title or "", *form.notes)).replace(" ", "")
    if period.start is None:
        return period.as_of if period.text in printed or _UNTIL.match(period.text) else None
    until = re.search(f"截[至止]到?{re.escape(period.text)}|{re.escape(period.text)}(?:末|底)", printed)
    return period.end if until else None


def in_its_year(printed: Printed, form: Form, today: date) -> date | None:
    """Return a printed day; without a year it is of the year that the form is about, else the one nearest to the form's own day or today."""
    period = form.period
    about = period.start.year if period and period.start else None
    return printed.near(about, (period and period.as_of) or today)


def _of_all(note: Definition) -> bool:
    return note.as_of is not None and not note.keys and not note.rows and not note.term and note.ages is None


def _of_ages(note: Definition) -> bool:
    whole = not note.keys and not note.rows and not note.term
    return note.as_of is not None and (
        whole or note.ages is not None or any("龄" in key for key in note.keys)
    )


def _day(moment: Moment | None, form: Form, today: date) -> date | None:
    """A moment as a day; None where only the filling or a period that nobody knows would tell."""
    if moment is None or moment.named:
        return None
    period = form.period
    known = (period.as_of or period.start) if period else None
    year = moment.year or (known or today).year - moment.ago
    try:
        return date(year, moment.month, moment.day)
    except ValueError:
        return None
