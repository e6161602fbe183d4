"""Opening the ledger of this machine for a command, or saying why it cannot be."""

from gettext import gettext as _

from qingzhuang.cli.output import PROBLEMS, complain, reason
from qingzhuang.model.problem import Problem


def opened() -> None:
    """Open the ledger. Ends the program with QZ-L003 when it cannot be."""
    from qingzhuang.store.setup import open_ledger

    try:
        open_ledger()
    except OSError as error:
        problem = Problem(
            "QZ-L003",
            str(error.filename or ""),
            _("台账打不开：{why}。").format(why=reason(error)),
            _("请看 QZ_HOME 指的文件夹能不能写。"),
        )
        complain([problem])
        raise SystemExit(PROBLEMS) from error
