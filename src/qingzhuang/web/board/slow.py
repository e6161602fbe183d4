"""A simple brake on what anybody may send: fewer in a day from one address than make a kind of tip-off visible, and so many an
hour from all together. Nothing of it is written down; the address is kept as a digest in this process only."""

import hashlib
import secrets

from django.core.cache import cache

HOUR = 60 * 60
DAY = 24 * HOUR
MOST_FROM_ONE, MOST_FROM_ALL = 3, 200
_SALT = secrets.token_bytes(16)


def too_many(address: str) -> bool:
    """Count one more and tell whether that is too many."""
    one = hashlib.sha256(_SALT + address.encode()).hexdigest()
    return _more(f"tip-{one}", DAY) > MOST_FROM_ONE or _more("tip-all", HOUR) > MOST_FROM_ALL


def _more(key: str, for_so_long: int) -> int:
    cache.add(key, 0, for_so_long)
    try:
        return int(cache.incr(key))
    except ValueError:  # ran out between the two
        return 1
