"""Who asks whom, how often, through what channel."""

from dataclasses import dataclass
from datetime import date

from qingzhuang.model.form import Form


@dataclass(frozen=True, slots=True)
class Issuer:
    """An office that demands. `level` is 省级, 市级, 县级, 乡镇级 or unknown."""

    name: str
    level: str | None = None


@dataclass(frozen=True, slots=True)
class Post:
    """A kind of grassroots post (村, 社区, 乡镇 …), never a person. `count` is how many there are."""

    kind: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Demand:
    """One burden. `times_per_year` is how often each post must answer; `records` how many rows each time;
    `carrier` how the answer travels (file, paper, app, group)."""

    form: Form
    issuer: Issuer
    post: Post = Post("村")
    times_per_year: float = 1.0
    records: int = 1
    carrier: str = "file"
    signed: bool = False
    photos: int = 0
    deadline: date | None = None
    basis: str | None = None
