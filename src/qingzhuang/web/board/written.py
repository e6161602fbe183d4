"""The month's report as sections for a document: the same figures as on the page."""

from collections.abc import Iterator

from qingzhuang.language import gettext as _
from qingzhuang.letters.report import Report, Section
from qingzhuang.web.board.monthly import MonthlyPage
from qingzhuang.web.board.months import Change, Turned
from qingzhuang.web.board.page import BoardPage, Figure


def report_of(page: MonthlyPage) -> Report:
    """Put the document together."""
    board = page.board
    sections = (*_minutes(page), *_rest(page))
    return Report(_("减负月报"), tuple(_opening(board)), sections, tuple(_closing(board)))


def _opening(board: BoardPage) -> Iterator[str]:
    yield _("{day}。").format(day=board.day)
    if board.hidden:
        yield _("岗位不到 {least} 个，时间不显示。").format(least=board.least)
    elif board.empty:
        yield _("还没有称过。")
    else:
        yield _(
            "每月卸下 {freed} {freed_unit}，还剩 {left} {left_unit}。各家原表全部手填要 {before}，同一口径。"
        ).format(
            freed=board.freed[0],
            freed_unit=board.freed[1],
            left=board.left[0],
            left_unit=board.left[1],
            before=board.before,
        )
        yield _("{demands} 张表，{posts} 个岗位；平均每个岗位每月 {was}，还剩 {now}。").format(
            demands=board.demands, posts=board.posts, was=board.each[0], now=board.each[1]
        )
        if board.waiting:
            yield _("还有 {waiting} 份没有称过（一张表到一个村算一份），不在数里。").format(
                waiting=board.waiting
            )


def _minutes(page: MonthlyPage) -> Iterator[Section]:
    if page.board.hidden or page.board.empty:
        return
    yield from (_divided(each) for each in page.board.figures if not each.hidden)
    if len(page.board.course.rows) > 1:
        yield Section(
            _("这几个月"),
            _("数的是：月底（本月到今天）有效的表，一个月要的时间。"),
            (_("月份"), _("照原样"), _("还剩"), _("怎么知道的")),
            [(each.month, each.before, each.after, each.how) for each in page.board.course.rows],
        )
    if page.change and not page.change.hidden:
        yield _changed(page.change)


def _divided(figure: Figure) -> Section:
    bars = (*figure.bars, *((figure.total,) if figure.total else ()))
    rows = [(each.name, each.before, each.after) for each in bars]
    return Section(figure.title, figure.counts, ("", _("照原样"), _("还剩")), rows)


def _changed(change: Change) -> Section:
    rows = [_moved(each) for each in (*change.rows, *((change.rest,) if change.rest else ()))]
    whole = (_("全部的表"), "", change.was, change.now, change.by)
    return Section(
        _("{since}以来，{by}").format(since=change.since, by=change.by),
        _("数的是：每张表一个月还剩的时间，记下那天的和今天的比。")
        + (_("另有 {n} 张变得少，没有列出。").format(n=change.more) if change.more else ""),
        (_("表"), _("怎么了"), _("以前"), _("今天"), _("差")),
        [*rows, whole],
    )


def _moved(row: Turned) -> tuple[str, ...]:
    name = _("{title}（{issuer}）").format(title=row.title, issuer=row.issuer) if row.issuer else row.title
    return (name, row.word, row.was, row.now, row.by)


def _rest(page: MonthlyPage) -> Iterator[Section]:
    if page.cuts:
        yield Section(
            _("改了这些，手填每月少 {frees}").format(frees=page.frees),
            _("按手填算，各处互不重复计；不要和上面的数相加。改与不改，由发表单位定。"),
            (_("表"), _("怎么改"), _("每月卸下"), _("谁来定")),
            [(each.forms, f"{each.kind}：{each.what}", each.frees, each.issuers) for each in page.cuts],
        )
    if page.stock:
        yield Section(
            _("应用、账号与群"),
            _("数的是：每种台账最近一次交来的，和它上一次比。由人确认。"),
            (_("有什么"), _("哪天查的"), _("要看几处"), _("新增"), _("没有了")),
            [
                (each.things, each.line.day, str(each.found), each.new or "—", each.gone or "—")
                for each in page.stock
            ],
        )
    if page.clues.piles:
        yield Section(
            _("线索"),
            _("不满 {least} 条的类不显示，也不计数。都是据反映，待核实。").format(least=page.clues.least),
            (_("类"), _("条")),
            [(f"{each.letter} {each.name}", str(each.count)) for each in page.clues.piles],
        )


def _closing(board: BoardPage) -> Iterator[str]:
    if not board.hidden and not board.empty:
        yield _(
            "算法：一个月 = Σ 每张表每个岗位〔（一轮用时 − 上报）× 轮数 + 上报 × 次数〕÷ 12；轮数：一年报 n 次是 1 + 照抄比例 ×（n − 1）。"
        )
        yield _("；").join(board.rates) + _("。")
    yield _("里面只有单位和岗位类型，没有个人信息。")
