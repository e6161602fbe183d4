"""What goes wrong at the machine door: coded answers as RFC 9457 has them, in the words of all other problems."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, JsonResponse
from ninja import Schema

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError

KIND = "application/problem+json"
_STATUS = {"QZ-W102": 409, "QZ-W104": 409, "QZ-A110": 409}


class Trouble(Schema):
    """A problem: `type` leads to the code's place in this document, `title` says what happened, `detail` what to do.
    After a stale edit `yours` and `current` hold both values."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    where: str = ""
    errors: list[dict[str, str]] | None = None
    yours: Any = None
    current: Any = None


class RefusedError(Exception):
    """Carries a problem with its status up to the answer."""

    def __init__(self, status: int, problem: Problem, **more: Any) -> None:
        super().__init__(problem.code)
        self.status, self.problem, self.more = status, problem, more


def answer_to(status: int, problem: Problem, more: Mapping[str, Any] | None = None) -> JsonResponse:
    """Set a problem as an answer."""
    said = {
        "type": f"/api/v1/#{problem.code}",
        "title": problem.message,
        "status": status,
        "detail": problem.cure,
        "code": problem.code,
        "where": problem.where,
        **(more or {}),
    }
    response = JsonResponse(said, status=status, json_dumps_params={"ensure_ascii": False})
    response["Content-Type"] = KIND
    response["Cache-Control"] = "no-store"
    if status == 401:
        response["WWW-Authenticate"] = "Bearer"
    return response


def status_of(error: ProblemError) -> int:
    """A problem of the stages as a status: what came too late conflicts, what does not fit is unprocessable."""
    return _STATUS.get(error.problem.code, 422)


def nothing_here(request: HttpRequest) -> JsonResponse:
    """No such thing, or not yours: the answer does not tell which."""
    return answer_to(404, missing(request.path))


def missing(where: str) -> Problem:
    """Nothing under this address for this seat."""
    return Problem(
        "QZ-A404", where, _("这里没有这样东西，或者不归这个令牌看。"), _("请对照接口说明看地址和编号。")
    )


def no_ledger() -> Problem:
    """There is no ledger on this machine."""
    return Problem(
        "QZ-A407", "", _("这里还没有台账，接口没有开。"), _("请先导入表格，或者用 qz demo 做一个样例镇。")
    )


def no_token() -> Problem:
    """Nobody came in."""
    return Problem(
        "QZ-A401",
        "Authorization",
        _("没有令牌，或者令牌不认识、过期、收回了。"),
        _("请向管理员要一个令牌，放在 Authorization: Bearer 后面。"),
    )


def not_served(where: str) -> Problem:
    """The token's seat is of another role."""
    return Problem(
        "QZ-A403",
        where,
        _("这一项不归这个令牌的位子看。"),
        _("请用对应位子的令牌；谁能看什么写在接口说明里。"),
    )


def only_reads(where: str) -> Problem:
    """The token may not write."""
    return Problem("QZ-A405", where, _("这个令牌只能读，没有改动。"), _("请向管理员要一个能写的令牌。"))


def too_fast() -> Problem:
    """Too many requests in a minute."""
    return Problem("QZ-A429", "", _("这一分钟问得太多了，这一次没有办。"), _("请等一分钟再问。"))


def no_such_method(where: str) -> Problem:
    """The address knows other methods."""
    return Problem("QZ-A406", where, _("这个地址不能这样用。"), _("请对照接口说明看用哪种方法。"))


def not_readable(where: str) -> Problem:
    """The request could not be read."""
    return Problem(
        "QZ-A400", where, _("送来的内容读不懂，没有办。"), _("请送 UTF-8 的 JSON，或者按说明送文件。")
    )


def too_long(where: str) -> Problem:
    """The request is longer than is taken."""
    return Problem("QZ-A413", where, _("送来的内容太长，没有收。"), _("请分成几份；文件最大 20 兆。"))


def unfit(where: str) -> Problem:
    """Fields do not fit."""
    return Problem("QZ-A422", where, _("有的内容不合要求，没有办。"), _("请看 errors 里每一处，改好再送。"))


def no_version() -> Problem:
    """A change must say what it has seen."""
    return Problem(
        "QZ-A428",
        "If-Match",
        _("没有说明您看到的是哪一版，没有改动。"),
        _("请先读一遍，把 version 放进 If-Match 再改。"),
    )


def stale(where: str) -> Problem:
    """Somebody else was first."""
    return Problem(
        "QZ-A409",
        where,
        _("别人先改过了，没有覆盖。"),
        _("两个值都在这里：yours 是您的，current 是现在的。请看过再定。"),
    )


def lost(where: str) -> Problem:
    """A kept file is not here any more."""
    return Problem("QZ-A110", where, _("原文件不在了。"), _("请发表单位再交一份；别的不受影响。"))


def every_one() -> tuple[Problem, ...]:
    """Return all of them, in the order of their codes' trouble, for whoever reads the description."""
    return (
        not_readable(""),
        no_ledger(),
        no_token(),
        not_served(""),
        missing(""),
        only_reads(""),
        no_such_method(""),
        stale(""),
        lost(""),
        too_long(""),
        unfit(""),
        no_version(),
        too_fast(),
    )
