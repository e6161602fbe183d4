"""Names for invented people: any likeness is chance, no list of real persons stands behind them."""

from random import Random
from typing import Literal

Sex = Literal["男", "女"]

_SURNAMES = tuple(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
)
_FIRST = tuple("文志国建永明海春家德福天立正新长云金玉永启思子宇嘉雨梦欣")
_LAST_MEN = tuple("军强平林峰生华兵勇涛斌辉鹏飞龙刚贵清山河田根旺")
_LAST_WOMEN = tuple("芳英梅兰秀霞丽娟燕琴红莲凤萍珍香桂菊芬洁婷雪")


def surname(rng: Random) -> str:
    """Return a surname."""
    return rng.choice(_SURNAMES)


def full_name(rng: Random, sex: Sex, family: str | None = None) -> str:
    """Return a full name of two or three characters, of the family if given."""
    last = rng.choice(_LAST_MEN if sex == "男" else _LAST_WOMEN)
    middle = rng.choice(_FIRST) if rng.random() < 0.85 else ""
    return (family or surname(rng)) + middle + last
