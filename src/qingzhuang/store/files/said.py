"""What a server says when it does not let us in, in words with a cure."""

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem
from qingzhuang.store.files.address import KEY, SECRET, VARIABLE, Address

_KEYS = {
    "InvalidAccessKeyId",
    "SignatureDoesNotMatch",
    "InvalidClientTokenId",
    "AuthorizationHeaderMalformed",
    "401",
    "Unauthorized",
}
_RIGHTS = {"AccessDenied", "403", "Forbidden", "AllAccessDisabled"}


def broken(at: Address) -> Problem:
    """Nobody answers, or the answer broke off."""
    return Problem(
        "QZ-L042",
        at.said,
        _("放原表和照片的地方这会儿连不上。"),
        _(
            "过一会儿再试，记下的都在。还不行，请管理员用 qz admin files show 看：那台服务器开着没有，网络通不通，{name} 写对没有。"
        ).format(name=VARIABLE),
    )


def said(at: Address, code: str) -> Problem:
    """The server answers, and refuses."""
    if code in _KEYS:
        return _refused(at, _("那边不认 {key} 和 {secret}").format(key=KEY, secret=SECRET), _("换成那边给的"))
    if code in _RIGHTS:
        return _refused(
            at, _("这两把钥匙不许做这件事"), _("请那边许它在这个桶里读、写、删、列出，也包括旧版本")
        )
    if code == "NoSuchBucket":
        return _refused(
            at, _("那边没有叫这个名字的桶"), _("先在那边建好，或者改 {name}").format(name=VARIABLE)
        )
    if code in {"RequestTimeTooSkewed", "RequestExpired"}:
        return _refused(at, _("两边的钟差得太多"), _("把这台机器的钟对准"))
    return Problem(
        "QZ-L044",
        at.said,
        _("放原表和照片的地方没有照做（{code}）。").format(code=code or "?"),
        _("过一会儿再试，记下的都在。还不行，请管理员拿这句话去问管那台服务器的人。"),
    )


def _refused(at: Address, why: str, cure: str) -> Problem:
    return Problem(
        "QZ-L043",
        at.said,
        _("放原表和照片的地方不让进：{why}。").format(why=why),
        _("记下的都在。请管理员{cure}，再用 qz admin files show 看一遍。").format(cure=cure),
    )
