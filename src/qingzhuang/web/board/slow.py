"""A simple brake on what anybody may send: so many an hour from one address, and from all together. Nothing of it is written
down; the address is kept as a digest in this process only."""

import hashlib
import secrets

from django.core.cache import cache

HOUR = 60 * 60
MOST_FROM_ONE, MOST_FROM_ALL = 5, 200
_SALT = secrets.token_bytes(16)


def too_many(address: str) -> bool:
    """Count one more and tell whether that is too many."""
    one = hashlib.sha256(_SALT + address.encode()).hexdigest()
    return _more(f"tip-{one}") > MOST_FROM_ONE or _more("tip-all") > MOST_FROM_ALL


def _more(key: str) -> int:
    cache.add(key, 0, HOUR)
    try:
        return int(cache.incr(key))
    except ValueError:  # ran out between the two
        return 1
