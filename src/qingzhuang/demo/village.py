"""The villages of the invented township."""

from dataclasses import dataclass

from qingzhuang.demo.numbers import COUNTY_REGION

TOWN = "青禾镇"
COUNTY = "云泽县"
_NAMES = ("柳湾村", "石桥村", "上坪村", "枫树村", "白沙村", "新塘村", "竹溪村", "东岭村", "渡口社区")


@dataclass(frozen=True, slots=True)
class Village:
    """`code` has 12 digits, `groups` counts the village's groups, `secretary` and `patroller` are posts' names."""

    name: str
    code: str
    groups: int
    secretary: str
    patroller: str
    collective_income: int
    area: float

    def address(self, group: int, number: int) -> str:
        """Return a full address in the village."""
        return f"{COUNTY}{TOWN}{self.name}{group}组{number}号"


def village_names() -> tuple[str, ...]:
    """Return the names, the township's community last."""
    return _NAMES


def village_code(index: int) -> str:
    """Return the statistical code of the village with this index, from 0."""
    return f"{COUNTY_REGION}100{201 + index:03d}"
