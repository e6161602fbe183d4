"""Opening a ledger with its keys: the first key is made with the ledger, and a ledger from before is sealed in place."""

from qingzhuang.model.problem import ProblemError
from qingzhuang.store import clock
from qingzhuang.store.models import KeyRow
from qingzhuang.store.sealing.files import turn_files
from qingzhuang.store.sealing.keys import in_environment, make_keys, read_keys
from qingzhuang.store.sealing.ring import forget_keys, key_missing, no_keys, ring
from qingzhuang.store.sealing.turning import turn
from qingzhuang.store.sealing.wiping import wipe


def unsettled() -> bool:
    """Tell whether something is to be done before the ledger can be used. Raises ProblemError QZ-L020 or QZ-L021 when its
    keys are not here."""
    rows = tuple(KeyRow.objects.all())
    if not rows:
        return True
    held = ring() if read_keys() else None
    for row in rows:
        if not row.given_up and (held is None or row.ident not in held.by_ident):
            raise ProblemError(no_keys() if held is None else key_missing(row.ident))
    in_use = {row.ident for row in rows if not row.given_up}
    return held is None or held.current.ident not in in_use or not any(row.whole for row in rows)


def settle() -> None:
    """Note the key in use; the very first seals what was in clear. Broken off, it goes on where it was. Only one process may
    do so at a time. Raises ProblemError QZ-L020, QZ-L021, OSError."""
    if not unsettled():
        return
    first = not KeyRow.objects.exists()
    if first and not in_environment():
        make_keys()
        forget_keys()
    KeyRow.objects.update_or_create(
        ident=ring().current.ident,
        defaults={"given_up": False, "whole": False},
        create_defaults={"since": clock.now()},
    )
    if not KeyRow.objects.filter(whole=True).exists():
        _seal_all()


def _seal_all() -> None:
    batches = sum(1 for _batch in turn(from_clear=True)) + sum(1 for _file in turn_files())
    KeyRow.objects.filter(given_up=False).update(whole=True)
    if batches:
        wipe()
