"""Opening the ledger of this machine for a command, or saying why it cannot be."""

from collections.abc import Iterator
from contextlib import contextmanager
from gettext import gettext as _

from qingzhuang.cli.output import PROBLEMS, complain, reason
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.files.kept import OutOfReachError


def opened() -> None:
    """Open the ledger. Ends the program with QZ-L003 when it cannot be, with QZ-L020 to QZ-L022 when its keys are not
    here, QZ-L040, QZ-L041 when the place of files is not set up well."""
    from qingzhuang.store.setup import open_ledger

    try:
        open_ledger()
    except (ProblemError, OutOfReachError) as error:
        complain([error.problem])
        raise SystemExit(PROBLEMS) from error
    except OSError as error:
        problem = Problem(
            "QZ-L003",
            str(error.filename or ""),
            _("台账打不开：{why}。").format(why=reason(error)),
            _("请看 QZ_HOME 指的文件夹能不能写；放钥匙的地方写不了，就用 QZ_KEY_FILE 换一个。"),
        )
        complain([problem])
        raise SystemExit(PROBLEMS) from error


@contextmanager
def refused(where: str) -> Iterator[None]:
    """End the program in words when what is done within cannot be."""
    try:
        yield
    except (ProblemError, OutOfReachError) as error:
        complain([error.problem])
        raise SystemExit(PROBLEMS) from error
    except FileExistsError as error:
        problem = Problem(
            "QZ-L033",
            str(error.filename or where),
            _("已经有一个同名的文件，没有盖掉它，这一次什么也没有写。"),
            _("请换一个名字再来，比如名字里带上日期和时间。"),
        )
        complain([problem])
        raise SystemExit(PROBLEMS) from error
    except OSError as error:
        problem = Problem(
            "QZ-L033",
            str(error.filename or where),
            _("没有做成：{why}。").format(why=reason(error)),
            _("台账没有坏。请看地方够不够、能不能写，再来一次。"),
        )
        complain([problem])
        raise SystemExit(PROBLEMS) from error
