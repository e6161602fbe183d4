"""How much of a file we are willing to open. One home for every bound on what comes from outside."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bytes, counts and ratios beyond which a file is refused with a coded problem."""

    file_bytes: int = 100 * 2**20
    unpacked_bytes: int = 1024 * 2**20
    parts: int = 10_000
    ratio: int = 400  # unpacked : packed, for parts above 10 MiB
    rows: int = 1_048_576
    cells: int = 3_000_000


DEFAULT_LIMITS = Limits()
