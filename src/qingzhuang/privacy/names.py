"""Names of persons: a surname and the words around it; never a title (王书记 stays)."""

import re
from collections.abc import Iterator

from qingzhuang.privacy.found import Kind, Personal

_DOUBLE = "欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|端木|夏侯|长孙|宇文"
_SINGLE = (
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范"
    "汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫雷龙段郝史陶黎贺顾毛龚邵万覃武钱戴严莫孔向常汤康易乔赖文庞樊兰殷施洪翟安倪"
    "鲁俞聂岳齐鲍梅柳关牛纪祁尤耿焦左辛管祝詹柯辜阮童欧季苗温甘包葛裴华骆路涂翁喻房佟宁芦巩党舒舍普自木和刀卯蒙者查阎傅"
)
_STOP = (
    "的是在了和与及等说称家因患到于已住同户把未不有电身联手男女反去来要请向被为又也都就从没还对给让应先后前做当时号码证性年月日岁"
    "第这那其某本该我你他她它们每各全两几多少个位名人、：,.。;!?(（患曾经将只能可会使由至并或且而则即以所之其村组镇县市区社乡街"
    "员民众干部卡账帐微收签报领交办出进上下里外中间内各项目表格单位"
)
_TITLE = (
    "书记|主任|镇长|乡长|县长|局长|科长|处长|所长|站长|校长|院长|队长|组长|村长|会计|文书|老师|医生|护士|支书|委员|主席|经理|老板|律师|"
    "警官|总|工|哥|姐|叔|婶|爷|奶|某|氏|姓|大爷|大妈|大娘|师傅|同志|先生|女士|部长|司令|秘书|干事"
)
_TITLES = re.compile(_TITLE)
_TAIL = r"(?:同志|先生|女士|老人|大爷|大妈|同学|小朋友)"
_NAME = rf"(?P<name>(?:(?:{_DOUBLE})|[{_SINGLE}])(?!{_TITLE})[\u4e00-\u9fff]{{1,2}})"
# words of everyday that begin with a letter that is a surname too: 老人关爱服务 names nobody
_EVERYDAY = re.compile(
    "(?:关[爱怀注系护照于]|高[龄血温效风质标考中校速压]|温[馨度]|安[全置排装抚葬保居]|康[复养]|常[住年态见规务用]|金[额融]|严[格重禁肃]|"
    "任[务何职期免]|方[便式法案面针]|程[序度]|万[元亩人户]|夏[季粮]|白[天内]|季[节度]|花[名费卉]|路[上段面灯]|包[保户村片联干]|"
    "党[建组委支费课群校员内务]|武[装警]|施[工救]|祝[福寿]|管[理护控]|余[额款粮]|洪[水涝灾]|普[查通遍及法惠]|自[己愿主治行查救费筹备住养理]|"
    "和[谐睦]|查[询看验漏阅实]|舒[适]|左[右]|向[上下导前]|于[是]|范[围]|邮[政]|龙[头]|付[费款]|巩[固]|房[屋产租]|戴[好]|水[利电费]|危[房]|车[辆险])"
    r"(?=[\u4e00-\u9fff]{2}|[^\u4e00-\u9fff]|$)"
)
_LEAD = re.compile(
    r"(?:姓名|户主|户主姓名|联系人|患者|病人|村民|居民|群众|老人|学生|家长|法定代表人|负责人|经办人|申请人|贫困户|脱贫户|监测户|低保户|五保户|"
    r"特困户|残疾人|党员|当事人|报告人|监护人|死者|伤者|嫌疑人|孕妇|儿童|幼儿|租客|房东|业主|收款人|持卡人|网格员|驻村队员|车主|机主|死亡人员|"
    rf"其父|其母|其妻|其夫|其子|其女|丈夫|妻子|儿子|女儿|父亲|母亲)\s?[:是为]?\s?{_NAME}"
)
_FOLLOWED = re.compile(
    rf"(?<![\u4e00-\u9fff]){_NAME}(?=\s?[,:(]?\s?(?:男|女|身份证|公民身份|手机|电话|联系电话|联系方式|住址|家住|现住|银行卡|卡号|确诊|(?:\+?86)?[ -]?1[3-9][0-9]|[1-9][0-9]{{5}}[12][0-9]{{3}}))"
)
_CALLED = re.compile(rf"(?<![\u4e00-\u9fff]){_NAME}(?={_TAIL})")
_LIST = re.compile(rf"[、,]\s?{_NAME}(?=[、,。;)\s(]|等|$)")
_CONTACT = ("联系人", "经办人", "负责人", "网格员")


def names(text: str) -> Iterator[Personal]:
    """Names in a text of one spelling. Of two readings at a place the first counts."""
    for found in _LEAD.finditer(text):
        yield from _name(text, found, found[0].startswith(_CONTACT))
        yield from _listed(text, found.end())
    for pattern in (_FOLLOWED, _CALLED):
        for found in pattern.finditer(text):
            yield from _name(text, found, contact=False)


def surname_length(name: str) -> int:
    """How many letters of a name are the surname."""
    return 2 if re.match(_DOUBLE, name) else 1


def _listed(text: str, at: int) -> Iterator[Personal]:
    """Further names of a list: 村民王建国、李秀英。"""
    while found := _LIST.match(text, at):
        yield from _name(text, found, contact=False)
        at = found.end()


def _name(text: str, found: re.Match[str], contact: bool) -> Iterator[Personal]:
    start, end = found.span("name")
    if _EVERYDAY.match(text, start):
        return
    surname = surname_length(text[start : start + 2])
    while end - start > surname + 1 and (text[end - 1] in _STOP or _runs_on(text, end)):
        end -= 1
    given = text[start + surname : end]
    if given and not any(char in _STOP for char in given) and not _TITLES.match(text, start + surname):
        yield Personal(Kind.NAME, start, end, contact)


_VERBS = re.compile(
    "反映|反应|申请|报告|表示|来电|举报|投诉|要求|提出|登记|居住|前往|自述|签名|签字|领取|确诊|住院|死亡|失联|去世|出生|身份|电话|手机|今年|现年|近日|昨天|今天|昨日|今日"
)


def _runs_on(text: str, end: int) -> bool:
    """Whether the last letter begins the next word."""
    return _VERBS.match(text, end - 1) is not None
