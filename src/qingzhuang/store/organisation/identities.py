"""Names that a provider gives to people: an administrator binds each to an account; signing in binds nothing."""

from dataclasses import dataclass

from django.db.models import QuerySet

from qingzhuang.language import gettext as _
from qingzhuang.language import later
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.models import Account, IdentityRow
from qingzhuang.store.writing import one_writer

VALUE_ROOM = 255
_WRITTEN = later("请照登录页上显示的那一串抄，255 个字以内，两头不带空格。")


@dataclass(frozen=True, slots=True)
class Identity:
    """Whom a provider means: the provider by its issuer, the person by the value of the claim that names accounts."""

    issuer: str
    value: str


def usable(value: str) -> bool:
    """Tell whether a claim's value can name an account: something printable that fits, without blanks at its ends."""
    return bool(value) and len(value) <= VALUE_ROOM and value.isprintable() and value == value.strip()


def bind(username: str, identity: Identity) -> bool:
    """Let an identity open an account; tells whether that is new. Raises ProblemError QZ-W130 when there is no such
    account, QZ-W131 when the identity opens another one, QZ-W132 when it cannot be one."""
    if not usable(identity.value) or not usable(identity.issuer):
        raise _problem("QZ-W132", identity.value[:40], _("这一串不能当标识。"), _WRITTEN)
    with one_writer():
        account = Account.objects.filter(username=username).first()
        if account is None:
            raise _problem(
                "QZ-W130", username, _("没有这个登录名。"), _("请看登录名写得对不对，先开好账号。")
            )
        row, new = IdentityRow.objects.select_related("account").get_or_create(
            issuer=identity.issuer, value=identity.value, defaults={"account": account}
        )
        if row.account_id != account.pk:
            other = _("已经绑在“{name}”上。").format(name=row.account.username)
            raise _problem("QZ-W131", identity.value, other, _("先用 qz admin unbind 解开，再绑。"))
        return new


def unbind(identity: Identity) -> str:
    """Let an identity open nothing any more and return the username that it opened. Raises ProblemError QZ-W133 when it
    opened none."""
    with one_writer():
        row = _rows(identity).first()
        if row is None:
            raise _problem("QZ-W133", identity.value, _("这个标识没有绑过。"), _("请看那一串抄得对不对。"))
        username = row.account.username
        row.delete()
        return username


def account_of(identity: Identity) -> Account | None:
    """Return the account that an identity opens."""
    row = _rows(identity).first() if usable(identity.value) else None
    return row.account if row else None


def bound(issuer: str) -> tuple[tuple[str, str], ...]:
    """Return all pairs of username and value of a provider, by username."""
    rows = IdentityRow.objects.filter(issuer=issuer)
    return tuple(sorted(rows.values_list("account__username", "value")))


def _rows(identity: Identity) -> QuerySet[IdentityRow]:
    return IdentityRow.objects.filter(issuer=identity.issuer, value=identity.value).select_related("account")


def _problem(code: str, where: str, message: str, cure: str) -> ProblemError:
    return ProblemError(Problem(code, where, message, cure))
