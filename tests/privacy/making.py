"""Messages with personal data whose places are known, and messages that only look so. Numbers are invented: the division
99 is assigned to nobody, phones begin with 199 0000 or the like, cards carry an issuer number that is not given out."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from qingzhuang.model.id_number import check_character
from qingzhuang.privacy.found import Kind

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "建国秀英志强桂兰文静海燕春梅晓东玉珍永福丽华国庆红霞德明美玲小军翠花"
HEALTH = ("糖尿病", "高血压", "精神分裂症", "乙肝", "肺结核", "癫痫")
WIDE = {ord(char): ord(char) + 0xFEE0 for char in "0123456789X-"}


@dataclass(frozen=True)
class Made:
    """A message and the (kind, words) that it holds."""

    text: str
    holds: tuple[tuple[Kind, str], ...] = ()


def dice(seed: object) -> random.Random:
    """The same numbers in every run."""
    return random.Random(str(seed))  # noqa: S311


def id_number(rng: random.Random) -> str:
    born = date(1940, 1, 1) + timedelta(days=rng.randrange(29_000))
    first = f"99{rng.randrange(1, 99):02}{rng.randrange(1, 99):02}{born:%Y%m%d}{rng.randrange(1000):03}"
    return first + check_character(first)


def phone(rng: random.Random) -> str:
    return f"1{rng.choice('3456789')}{rng.randrange(10)}{rng.randrange(10**8):08}"


def card(rng: random.Random) -> str:
    first = f"6299{rng.randrange(10**14):014}"
    return next(first + str(last) for last in range(10) if _luhn(first + str(last)))


def _luhn(digits: str) -> bool:
    doubled = (int(d) * (1 + i % 2) for i, d in enumerate(reversed(digits)))
    return sum(d - 9 if d > 9 else d for d in doubled) % 10 == 0


def name(rng: random.Random) -> str:
    return rng.choice(SURNAMES) + "".join(rng.sample(GIVEN, rng.choice((1, 2, 2))))


def plate(rng: random.Random) -> str:
    return f"{rng.choice('云京粤浙')}{rng.choice('ABCDE')}{rng.randrange(10**5):05}"


def address(rng: random.Random) -> str:
    return rng.choice(
        (
            f"青禾镇柳湾村{rng.randrange(1, 12)}组{rng.randrange(1, 90)}号",
            f"云岭县惠民小区{rng.randrange(1, 30)}栋{rng.randrange(1, 4)}单元{rng.randrange(101, 999)}室",
        )
    )


def written(rng: random.Random, number: str) -> str:
    """A number as people write it: in groups, with dashes, full width, a small x, marks that no one sees."""
    how = rng.randrange(7)
    if how == 0:
        return number.lower()
    if how == 1:
        return number.translate(WIDE)
    if how == 2:
        return " ".join((number[:3], number[3:7], number[7:])) if len(number) == 11 else _grouped(number, " ")
    if how == 3:
        return "-".join((number[:3], number[3:7], number[7:])) if len(number) == 11 else _grouped(number, "-")
    if how == 4:
        return number[:6] + "\u200b" + number[6:]
    return number


def _grouped(number: str, gap: str) -> str:
    if len(number) == 18:
        return gap.join((number[:6], number[6:14], number[14:]))
    return gap.join(number[at : at + 4] for at in range(0, len(number), 4))


def message(rng: random.Random) -> Made:
    who, no, tel = name(rng), written(rng, id_number(rng)), written(rng, phone(rng))
    bank, car, home, ill = written(rng, card(rng)), plate(rng), address(rng), rng.choice(HEALTH)
    people, numbers = (Kind.NAME, who), (Kind.ID_NO, no)
    tels, cards = (Kind.PHONE, tel), (Kind.BANK_ACCOUNT, bank)
    return rng.choice(
        (
            Made(f"{who}，身份证号{no}，电话{tel}，请核实。", (people, numbers, tels)),
            Made(f"请各组转发：户主{who} {no} {tel}", (people, numbers, tels)),
            Made(f"村民{who}反映路灯不亮，回电{tel}", (people, tels)),
            Made(f"补贴打到这张卡：开户行农商行，卡号{bank}，户名已核", (cards,)),
            Made(f"患者{who}确诊{ill}，家住{home}。", (people, (Kind.MEDICAL, ill), (Kind.ADDRESS, home))),
            Made(f"占道车辆{car}请挪一下，车主{tel}", ((Kind.PLATE, car), tels)),
            Made(f"姓名:{who} 性别:女 身份证:{no}", (people, numbers)),
            Made(f"住址：{home}，联系{tel}", ((Kind.ADDRESS, home), tels)),
            Made(f"sfz{no}\n手机{tel}", (numbers, tels)),
        )
    )


DECOYS: tuple[Callable[[random.Random], str], ...] = (
    lambda rng: f"本月发放补贴{phone(rng)}元，请核对。",
    lambda rng: f"订单号{phone(rng)}已签收。",
    lambda rng: f"统一社会信用代码9199{rng.randrange(10**4):04}MA{rng.randrange(10**8):08}，请核对。",
    lambda rng: f"图斑编号{id_number(rng)}需要现场核查。",
    lambda rng: f"快递单号：{rng.randrange(10**14, 10**15)}",
    lambda rng: f"云青政发[2026]{rng.randrange(1, 99)}号文件已转各村。",
    lambda rng: f"{rng.choice(SURNAMES)}书记、{rng.choice(SURNAMES)}镇长下午到青禾村调研。",
    lambda rng: f"全镇高血压患者{rng.randrange(100, 2000)}人，糖尿病患者{rng.randrange(100, 900)}人。",
    lambda rng: f"青禾村{rng.randrange(1, 9)}号图斑、柳湾村{rng.randrange(1, 9)}号地块请补正。",
    lambda rng: f"会议地点：人民路{rng.randrange(1, 200)}号政务服务中心3楼会议室。",
    lambda rng: f"交易流水{card(rng)}，批次{rng.randrange(10**12, 10**13)}。",
    lambda rng: f"今年投入{phone(rng)}.50元，惠及{rng.randrange(10**4)}户。",
    lambda rng: f"报名请登录平台，编号{rng.randrange(10**17, 10**18)}",
    lambda rng: f"2026年11月{rng.randrange(1, 28)}日 20261120{rng.randrange(10**6):06} 版",
    lambda rng: "村民小组长、网格员、党员干部请于周五前把台账交到便民服务中心。",
    lambda rng: f"监测数据 {rng.randrange(10**6)} {rng.randrange(10**6)} {rng.randrange(10**6)}",
)
