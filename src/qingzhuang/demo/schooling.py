"""What people of an age have learnt and where they go to school."""

from random import Random

_BY_BIRTH_YEAR = (
    (1950, ("文盲", "小学", "小学", "初中")),
    (1970, ("小学", "初中", "初中", "高中")),
    (1990, ("初中", "初中", "高中", "中专", "大专")),
    (2100, ("初中", "高中", "中专", "大专", "大专", "本科")),
)


def education(rng: Random, age: int, birth_year: int) -> str:
    """Return the education a person of this age has or is at."""
    if age < 6:
        return "学龄前"
    if age < 19:
        return "小学" if age < 12 else "初中" if age < 15 else "高中"
    return next(rng.choice(choice) for before, choice in _BY_BIRTH_YEAR if birth_year < before)


def school(age: int) -> tuple[str, str]:
    """Return school and grade at the start of the school year, or two empty words."""
    if age < 3 or age > 17:
        return "", ""
    if age < 6:
        return "青禾镇中心幼儿园", ("小班", "中班", "大班")[age - 3]
    if age < 12:
        return "青禾镇中心小学", f"{'一二三四五六'[age - 6]}年级"
    if age < 15:
        return "青禾镇初级中学", f"{'七八九'[age - 12]}年级"
    return "云泽县第一中学", f"高{'一二三'[age - 15]}"
