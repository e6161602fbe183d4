"""Two forms about one kind of place that each name it in their own way: 受检机构 of one, 培训机构名称 of the other; 设置位置 and 广告牌位置."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome
from qingzhuang.match.rules.titled import topic
from qingzhuang.match.vocabulary.lexicon import Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.verdict import Verdict

_NAME = re.compile(r"(?:名称|全称|名)$")
_PLACE = re.compile(r"(?:地址|位置|坐落|地点|所在地|地)$")
_NOUN = re.compile(
    r"(?:单位|企业|公司|机构|场所|场|店铺|门店|商户|商铺|店|铺|小区|公厕|厕所|作坊|学校|幼儿园|园|医院|诊所|卫生室|药店|基地|合作社|农场|集体|组织|协会|社团|支部|站|点|馆|院|所|室|厂|库|矿|塘|水库|桥梁|桥|道路|路段|河道|河段|林班|地块|图斑|项目|工程|设备|设施|车辆|古树|文物|广告牌|招牌|阵地|之家|驿站|市场|摊位|网吧|旅馆|民宿|食堂|餐馆)$"
)
# Words before a place that only say what is done to it in the form.
_IDLE = re.compile(
    r"^(?:被检查|受检查|受检|被检|被抽样|被抽检|受抽检|抽检|抽样|被评|参评|受评|被查|被督导|申报|申请|申办|备案|登记|注册|改造|建设|使用|经营|设置|责任|样本|受理|验收|评定|创建|验收|调查|检查|巡查|排查|安检|巡护|管护|养护|运营|所在|所属|具体|详细|实际|该|本|现|施工|开挖|实施|安装|发生|监测|治理|整治|修复|恢复|服务|活动|举办|开展|生产|生产经营|门牌|坐落)+"
)
# Before a word for bodies only these: 施工单位 and 建设单位 are two bodies.
_PASSIVE = re.compile(
    r"^(?:被检查|受检查|受检|被检|被抽样|被抽检|受抽检|被评|参评|受评|被查|被督导|申报|申请|申办|备案|登记|经营|使用|样本|所在|所属|该|本)+"
)
_ITSELF = ("登记", "生产", "服务", "销售", "组织")  # 登记单位 of a register, 生产企业 of one of producers
# Where a body is registered and where it works are two places.
_ON_PAPER, _AT_WORK = re.compile(r"注册|登记"), re.compile(r"经营|生产|实际|办公|营业|运营")
_BODIES = ("单位", "机构", "企业", "公司", "组织", "集体")
# Who does this to the place is another body than the place: 施工单位, 检测机构 of 工程名称.
_DOES = re.compile(
    r"(?:检[测验查疫]|监[测理督管]|施工|建设|设计|勘察|测绘|维[保护修]|养护|管[护理养]|看护|承[建包办担]|运[营维行]|供[应水电气货]|评[估价审]|审[计核批]|招标|采购|主[办管]|协办|组织|实施|责任|执法|产权|投资|出资|帮扶|包保|牵头|配合|委托|代理|服务|销售|生产|制造|安装|拆除|清运|处置|回收|收购|保险|发证|签发|批准|登记|发放)$"
)
_BUILT = re.compile(
    r"(?:项目|工程|设备|设施|车辆|道路|路段|河道|河段|林班|地块|图斑|古树|文物|桥梁|桥|水库|塘|广告牌|招牌)$"
)
_SHARED = 2  # pairs of characters that the two titles have in common
_SITES = ("organisation", "place", "thing", "act")


def own_place(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The name or the whereabouts of what each of two forms of one topic is about."""
    if (
        not (a.listing and b.listing)
        or a.listing == b.listing
        or a.role != b.role
        or a.quantity
        or b.quantity
    ):
        return None
    if (
        a.group not in _SITES
        or b.group not in _SITES
        or a.group == b.group == "act"
        or a.nonfact
        or b.nonfact
    ):
        return None
    one, other = (_asked(each.text, each.listing or "", each.entity or "", lexicon) for each in (a, b))
    if (
        one is None
        or one != other
        or _paper_and_work(a.text, b.text)
        or len(topic(a, lexicon) & topic(b, lexicon)) < _SHARED
    ):
        return None
    return Outcome(
        Verdict.EQUAL, _("{a}和{b}说的都是各自表里的那一处。").format(a=a.text, b=b.text), "subject"
    )


def _paper_and_work(one: str, other: str) -> bool:
    return any(_ON_PAPER.search(a) and _AT_WORK.search(b) for a, b in ((one, other), (other, one)))


@lru_cache(maxsize=65536)
def _asked(text: str, listing: str, entity: str, lexicon: Lexicon) -> str | None:
    told = read_title(listing, lexicon).listed + "/" + entity
    if (tail := _PLACE.search(text)) and not _NOUN.search(text):
        return "place" if _own(text[: tail.start()], told) else None
    bare = _NAME.sub("", text)
    noun = _NOUN.search(bare)
    if noun is None or bare == text == noun.group():
        return _kind(noun.group()) if noun is not None and noun.group() in told else None
    if noun.group() in _BODIES and _DOES.search(bare[: noun.start()]) and bare[: noun.start()] not in _ITSELF:
        return None
    lead = (_PASSIVE if noun.group() in _BODIES else _IDLE).sub("", bare[: noun.start()])
    known = noun.group() in told or noun.group() in ("单位", "机构", "场所", "集体")
    return _kind(noun.group()) if known and (not lead or lead in told) else None


def _kind(noun: str) -> str:
    return "thing" if _BUILT.search(noun) else "name"  # a road is no body


def _own(lead: str, told: str) -> bool:
    lead = _IDLE.sub("", lead)
    return not lead or lead in told or (_NOUN.sub("", lead) in told and _NOUN.search(lead) is not None)
