"""Which place files lie in here: the one that QZ_BLOB_URL names, else the ledger's folder."""

from functools import lru_cache
from importlib.util import find_spec

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, ProblemError
from qingzhuang.store.files.address import VARIABLE, Address, address
from qingzhuang.store.files.folder import Folder
from qingzhuang.store.files.kept import Place


def place() -> Place:
    """Return the place. Raises ProblemError QZ-L040, QZ-L041 when what is set cannot be used."""
    found = chosen()
    return Folder() if found is None else _bucket(found)


def chosen() -> Address | None:
    """Return where the bucket is, None where there is none; nobody is asked. Raises as `place`."""
    found = address()
    if found is not None and find_spec("botocore") is None:
        raise ProblemError(_not_installed())
    return found


@lru_cache(maxsize=4)
def _bucket(found: Address) -> Place:
    from qingzhuang.store.files.bucket import Bucket

    return Bucket(found)


def _not_installed() -> Problem:
    return Problem(
        "QZ-L041",
        VARIABLE,
        _("设了 {name}，但是没有装和它说话的库。").format(name=VARIABLE),
        _("请装上再开：pip install 'qingzhuang[s3]'。"),
    )
