"""The form as the printer would give it: pictures, or in words why there are none yet."""

from dataclasses import dataclass

from qingzhuang.language import gettext as _
from qingzhuang.model.work import Task
from qingzhuang.office.picture import MOST_PAGES
from qingzhuang.store.beside.jobs import State
from qingzhuang.store.beside.picturing import able, picture_of
from qingzhuang.store.tasks.handing import Made


@dataclass(frozen=True, slots=True)
class Drawn:
    """`pages` are the numbers of the pictures of the file `digest`; `said` tells why there are none, `open` that they are
    being drawn, `failed` that one may try again; `more` that the file has others."""

    digest: str
    pages: tuple[int, ...] = ()
    said: str = ""
    open: bool = False
    failed: bool = False
    more: str = ""


def drawn_page(task: Task, made: Made) -> Drawn:
    """Return what can be shown of a form as it will look."""
    if not able():
        return Drawn(
            made.digest,
            said=_("这台电脑没有装画版面的程序（LibreOffice），下面是照格子画的，字和格都对，版面不全像。"),
        )
    job = picture_of(task, made)
    if job.open:
        return Drawn(made.digest, said=_("正在照原样画，几秒钟；先看下面照格子画的。"), open=True)
    if job.state is State.FAILED or not job.result:
        said = job.told or _("没有画成，下面是照格子画的。")
        return Drawn(made.digest, said=said, failed=job.state is State.FAILED)
    pages = tuple(range(1, len(job.result) + 1))
    more = len(pages) == MOST_PAGES or len(made.parts) > 1
    return Drawn(made.digest, pages, more=_("只画了前几页，取走后都在。") if more else "")
