"""Reading a given file from disk, so that one that is not there does not stop the others."""

from gettext import gettext as _
from pathlib import Path

from qingzhuang.cli.output import reason
from qingzhuang.model.problem import Problem, ProblemError


def load(path: Path) -> bytes:
    """Return a file's bytes. Raises ProblemError QZ-F122 when it cannot be read from disk."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ProblemError(
            Problem(
                "QZ-F122",
                str(path),
                _("打不开这个文件（{reason}）。").format(reason=reason(error)),
                _("请看名字和位置对不对，有没有被别的程序占着。"),
            )
        ) from error
