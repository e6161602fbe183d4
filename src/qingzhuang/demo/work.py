"""What people of an age live by."""

from random import Random

from qingzhuang.demo.person import Work

_AWAY = (
    "广东省东莞市",
    "广东省深圳市",
    "浙江省宁波市",
    "浙江省温州市",
    "江苏省苏州市",
    "福建省泉州市",
    "上海市松江区",
)
_TRADES = ("电子装配", "服装", "建筑", "家政", "物流", "餐饮")
_SHARES = (("外出务工", 0.42), ("本地务工", 0.15), ("务农", 0.33), ("个体经营", 0.06), ("无业", 0.04))


def _of(rng: Random, state: str) -> Work:
    trade = rng.choice(_TRADES)
    if state == "外出务工":
        return Work(state, rng.choice(_AWAY), f"示例{trade}有限公司", trade, rng.randrange(3500, 7600, 100))
    if state == "本地务工":
        return Work(state, "云泽县城关镇", f"云泽示例{trade}厂", trade, rng.randrange(2400, 4600, 100))
    monthly = {"务农": rng.randrange(800, 2100, 100), "个体经营": rng.randrange(2500, 6000, 100)}.get(
        state, 0
    )
    return Work(state, "", "", "种养殖" if state == "务农" else "", monthly)


def work(rng: Random, age: int, able: bool) -> Work:
    """Return the work of a person of this age; who is not able or not of age has none."""
    if age < 18:
        return Work("在校学生" if age >= 6 else "学龄前", "", "", "", 0)
    if not able:
        return Work("无劳动能力", "", "", "", 0)
    if age >= 65:
        return _of(rng, "务农" if rng.random() < 0.4 else "无业")
    if age < 22 and rng.random() < 0.6:
        return Work("在校学生", "", "", "", 0)
    shares = [share * (0.35 if state == "外出务工" and age > 52 else 1) for state, share in _SHARES]
    return _of(rng, rng.choices([state for state, _ in _SHARES], shares)[0])
