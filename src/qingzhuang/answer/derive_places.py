"""What an address tells about places above the village."""

import re

from qingzhuang.model.sheet import Scalar

_ENDS = ("镇", "乡", "街道")
_ABOVE, _TWICE = re.compile(r"[省市区旗州盟]"), re.compile(r"[省市区旗州盟]{2}")
_LEAST, _LEAST_STREET = 3, 4


def town(address: Scalar, village: Scalar) -> str | None:
    """Return the township that stands right before the village in an address, None where the address leads elsewhere or
    its parts cannot be told apart for sure."""
    if not isinstance(address, str) or not isinstance(village, str) or not village.strip():
        return None
    above, found, _ = address.strip().partition(village.strip())
    if not found or not above.endswith(_ENDS):
        return None
    county, mark, name = above.partition("县")
    if not (mark and county):
        if _TWICE.search(above):
            return None  # 番禺区市桥街道
        name = _ABOVE.split(above)[-1]
    return name if len(name) >= (_LEAST_STREET if name.endswith("街道") else _LEAST) else None
