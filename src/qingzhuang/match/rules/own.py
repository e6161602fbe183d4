"""Two forms that each name their own person in their own way: 手环使用人 of one, 老人姓名 of the other, 燃气用户 and 用气户主."""

import re
from functools import lru_cache

from qingzhuang.language import gettext as _
from qingzhuang.match.outcome import Outcome
from qingzhuang.match.vocabulary.lexicon import Kind, Lexicon
from qingzhuang.match.wording.slots import Slots
from qingzhuang.match.wording.title import read_title
from qingzhuang.model.element import SubjectKind
from qingzhuang.model.verdict import Verdict

# What of him: the tails of labels, by what they ask.
_ASKED = {
    "name": re.compile(r"(?:姓名|名字)?$"),
    "id": re.compile(r"(?:居民|公民)?身份证?(?:件)?(?:号码|号)$|(?:居民|公民)?身份证$"),
    "phone": re.compile(r"(?:联系电话|联系方式|电话号码|联系号码|电话)$"),
    "mobile": re.compile(r"(?:手机号码|手机号|手机|移动电话)$"),
    "sex": re.compile(r"性别$"),
    "age": re.compile(r"年龄$"),
    "home": re.compile(r"(?:现住址|现居住地址?|家庭住址|家庭地址|居住地址|住址)$"),
}
# Words for people; whoever is named by one with a word before it that the title or the use of the form explains.
_HEAD = re.compile(
    r"(?:户主|农户|住户|用户|家庭|人员|对象|职工|员工|工人|群众|居民|村民|农民|牧民|渔民|市民|公民|选民|学生|新生|考生|学员|大学生|毕业生|研究生|儿童|幼儿|婴幼儿|少年|青年|妇女|孕妇|产妇|老人|老年人|长者|残疾人|患者|病人|党员|团员|会员|社员|成员|实习生|工作者|手艺人|创业者|传承人|军人|士兵|老兵|家属|子女|孤儿|移民|骑手|司机|劳模|劳动者|务工者|种植户|养殖户|农业户|商户|户|人|者)$"
)
# Before 人 or 者: who gets, has, uses or takes part, and is what the form is about.
_RECEIVES = re.compile(
    r"享受|领取|领款|领补|申领|受益|受[^理托委让权益]|参[保训赛加与评会展演选]|投保|被保险|报名|报考|报到|使用|持有|持证|持卡|领证|领卡|办证|办卡|制卡|开户|缴费|缴款|缴税|入住|居住|住宿|就诊|就医|住院|入院|在院|在住|在册|在读|在校|在园|在籍|就读|入学|入伍|退役|入会|入党|入团|录取|返乡|求职|失业|就业|创业|务工|安置|转移|撤离|避险|扶助|奖扶|救助|供养|照料|照护|养育|养护|收养|保障|监测|补贴|补助|资助|帮扶|慰问|关爱|签约|体检|接种|筛查|随访|用气|用水|用电|实名登记|被照料|被照护|被供养|被保障|从业|上岗|录聘|应聘|受聘|上报|推荐人选|评选|获奖|表彰|失业登记|求职登记|建房|购机|种植|养殖|承包|借款|贷款|被[走探回受救评鉴调慰服资帮照监安征]"
)
# What others do for somebody: before 对象 or 老人 it tells whom it is done to, before 人 or 者 who does it (关爱人, 资助者).
_GIVEN = re.compile(
    r"(?<!被)(?<!受)(?:关爱|慰问|帮扶|救助|扶助|资助|补助|照料|照护|供养|赡养|抚养|养育|收养|随访|保障|监测|安置|转移|体检|接种|筛查|签约|结对)$"
)
_CLASS = re.compile(r"(?:员|人|者|对象|生|户|群众|儿童|老人|妇女|军人|职工)$")
_COUNTING = re.compile("分析|统计|汇总|构成|分布|一览表?$|(?:支部|党组织|单位|学院|部门)及")
# Who acts in a form, and is not its own person.
_ACTS = re.compile(
    r"检查人|巡查|走访人|走访干|填报|填表|审核|审批|审查|联系人|联络|监护|推荐|介绍|担保|负责|责任|经办|承办|记录|调查人|验收|评估人|鉴定人|代[办领理缴投申受报]|委托|受托|陪同|紧急|帮扶人|包保|包联|结对|服务人|志愿|工作人|管理|主持|授课|发放人|送达|见证|证明|报告|上报|护理人|照护人|照料人|护林|接待|受理|采集|登记人|录入|核查|配偶|父|母|丈夫|妻子|共同|同住|原|法定|实际控制|出租|承租|邻居|对方|施暴|加害|致害"
)
_SAME = {
    "person.name": "name",
    "person.id_no": "id",
    "person.sex": "sex",
    "person.age": "age",
    "person.live_addr": "home",
}
_HOMES = ("resident", "household")


def own_person(a: Slots, b: Slots, lexicon: Lexicon) -> Outcome | None:
    """The same question about the person whom each of two forms is about."""
    if not (a.listing and b.listing) or a.listing == b.listing or a.nonfact or b.nonfact:
        return None
    one, other = _asked(a, lexicon), _asked(b, lexicon)
    if one is None or other is None or one[0] != other[0] or not (one[1] or other[1]):
        return None
    if a.qualifiers != b.qualifiers or a.form == "yesno" or b.form == "yesno" or _apart(a, b, lexicon):
        return None
    return Outcome(Verdict.EQUAL, _("{a}和{b}都是各自表里的本人。").format(a=a.text, b=b.text), "subject")


def _asked(slots: Slots, lexicon: Lexicon) -> tuple[str, str] | None:
    """What is asked of the form's own person, and by which words he is named ("" where the form needs none)."""
    if slots.group not in _HOMES or slots.quantity:
        return None
    homes = slots.group == "household"
    found = _named(slots.text, slots.listing or "", homes, lexicon)
    if found is not None and _may_count(slots, lexicon):
        return None
    if found is not None:
        return found if found[1] or slots.role == "" else None
    return _by_property(slots, homes, lexicon)


def _may_count(slots: Slots, lexicon: Lexicon) -> bool:
    """正式党员 in an analysis of branches is how many they are, though each row were said to be a person."""
    if not _CLASS.search(slots.text):
        return False
    title = read_title(slots.listing, lexicon)
    bodies = title.entity is not None and title.entity.group in ("aggregate", "organisation", "place")
    return bodies or title.totals or _COUNTING.search(title.text) is not None


def _by_property(slots: Slots, homes: bool, lexicon: Lexicon) -> tuple[str, str] | None:
    """Another property of a person, with the words that name him as the parser left them."""
    concept = lexicon.concepts.get(slots.concept or "")
    if concept is None or concept.object is not SubjectKind.PERSON or slots.bound or slots.time.known:
        return None
    who = (slots.rest + slots.named if slots.rest else "") or (
        slots.role if slots.role_from in ("label", "parent") else ""
    )
    if not who:
        return (_SAME.get(concept.id, concept.id), "") if slots.role == "" and not homes else None
    return (
        (_SAME.get(concept.id, concept.id), who)
        if _is_own(who, slots.listing or "", homes, lexicon)
        else None
    )


@lru_cache(maxsize=65536)
def _named(text: str, listing: str, homes: bool, lexicon: Lexicon) -> tuple[str, str] | None:
    for what, tail in reversed(_ASKED.items()):
        found = tail.search(text)
        if found is None:
            continue
        who = text[: found.start()]
        if not who:
            return (what, "") if found.group() and not homes else None
        return (what, who) if _is_own(who, listing, homes, lexicon) else None
    return None


def _is_own(who: str, listing: str, homes: bool, lexicon: Lexicon) -> bool:
    head = _HEAD.search(who)
    if head is None:
        return False
    told = read_title(listing, lexicon).listed
    before, noun = who[: head.start()], head.group()
    if before and f"{before}人员" in told and noun in ("人", "者", "人员"):
        return True  # 承租人 in 承租人员台账
    if _ACTS.search(who) or _another(who, lexicon):
        return False
    if noun in ("人", "者") and _GIVEN.search(before):
        return False
    if noun in ("用户", "户", "户主", "对象") and len(before) > 1 and before in told:
        return True
    if homes and not noun.endswith(("户", "户主", "家庭")) and noun in ("人", "者"):
        return bool(_RECEIVES.search(before))
    if noun in ("人", "者", "人员", "对象", "户", "用户", "成员"):
        return bool(_RECEIVES.search(before))
    return noun in told or not before or bool(_RECEIVES.search(before)) or before in told


def _another(who: str, lexicon: Lexicon) -> bool:
    """A role that the lexicon knows is somebody else, unless it only says what one gets or uses (使用人)."""
    known = any(word.kind is Kind.ROLE for word in lexicon.words.get(who, ()))
    return known and (who.startswith("申") or not _RECEIVES.search(who))


def _apart(a: Slots, b: Slots, lexicon: Lexicon) -> bool:
    """A child by name is no grown-up by name; a household's head is not one of its people."""
    if (a.named in lexicon.minors) != (b.named in lexicon.minors) and a.named and b.named:
        return True
    return (a.group == "household") != (b.group == "household") and "户" in (a.text + b.text)
