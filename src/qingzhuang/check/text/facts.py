"""What a practice says of the thing it is about, by the names of the rules' facts."""

import re
from collections.abc import Callable, Iterable, Mapping

from qingzhuang.check.text.decide import Read
from qingzhuang.check.text.lexicon import pattern
from qingzhuang.check.text.practice import Label
from qingzhuang.model.case import CaseKind, FactValue

_APP = pattern(r"<app>|上线|应用")
_ACCOUNT = pattern(r"<account>|朋友圈|推文|文章")
_GROUP = pattern(r"<group>|@|接龙|扣1|发群")
_OF_AN_APP = re.compile(
    "打卡|积分|在线时长|登录率|日活|安装率|注册率|激活率|学习时长"
)  # figures that only an app counts
_VOTE = re.compile("投票|投上|一票|票|评选")
_LOAD = re.compile("下载|安装|注册|激活")
_PERCENT = re.compile(r"([0-9]{1,9}(?:\.[0-9]{1,6})?)%")
_SCORE = re.compile(r"([0-9]{1,3})分(?!钟)")
_EVERY = {"天": 1, "日": 1, "早": 1, "晚": 1, "周": 7, "星期": 7, "月": 30, "季": 90}
_DAYS = re.compile("每(?:隔)?([0-9]{1,3})?个?(天|日|早|晚|周|星期|月|季)")
_METRIC = {
    "likes": "赞|在看",
    "votes": "票",
    "shares": "转发|分享|朋友圈|转评|转一|转起|转到|转至",
    "comments": "评论|留言|跟帖|跟评|网评",
    "followers": "粉|关注量|关注数",
    "readership_index": "阅读量|播放量|浏览量|点击量|传播|指数|热度|人气",
    "points": "积分|学分|分值",
    "study_time": "学习|时长|学时|观看|看满|学满",
    "online_time": "在线|挂机|日活|活跃",
    "login_rate": "登录|登陆|上线|日活|活跃",
    "install_rate": "安装|下载|注册|激活|关注率|装机",
    "photos_count": "照片|图片|截图",
    "track_km": "公里|轨迹|里程|距离",
}
_EVIDENCE = {
    "photo": "照片|拍照|图片|拍摄|水印|影像|合影|晒图|现场图|拍张|图文|配图|附图",
    "video": "视频|录像|摄像|录制",
    "screenshot": "截图|截屏|晒图",
    "gps_track": "轨迹|定位|gps|位置|公里|里程|距离|步数",
    "ledger": "台账|佐证|痕迹|留痕|过程资料",
}
_FREQUENCY = (
    ("daily", "[每一]天|[每一]日|日通报|日排名|天天|逐日"),
    ("weekly", "[每一]周|周通报|周排名"),
    ("monthly", "[每一]月|月通报|月排名"),
    ("quarterly", "[每一]季|季度"),
    ("yearly", "[每一]年|年度"),
)


def kind(text: str, read: Read) -> CaseKind:
    """What the practice is about, by the object named in its clause, its sentence, or as a rule."""
    if read.anchor:
        return kind(text, read.anchor)
    label = read.hit.label
    if label in _FIXED:
        return _FIXED[label]
    for where in (read.place.clause.of(text), read.place.sentence.of(text)):
        if found := _kind(label, where):
            return found
    return _USUAL[label]


_FIXED = {
    Label.QUIZ_QUOTA: CaseKind.QUIZ,
    Label.DUPLICATE_REPORTING: CaseKind.FORM,
    Label.INSTANT_REPLY: CaseKind.GROUP,  # to be at beck and call is what the rule on groups forbids
}
_USUAL = {
    Label.FORCED_INSTALL: CaseKind.APP,
    Label.CHECKIN_RELAY: CaseKind.GROUP,
    Label.POINTS_RANKING: CaseKind.APP,
    Label.ONLINE_TIME: CaseKind.APP,
    Label.LIKES_FORWARDS: CaseKind.ACCOUNT,
    Label.INSTANT_REPLY: CaseKind.GROUP,
    Label.TRACE_UPLOAD: CaseKind.EVIDENCE,
    Label.RANKING_BULLETIN: CaseKind.INSPECTION,  # how work stands is compared; of an app only where one is named
    Label.SUMMON_PENALTY: CaseKind.NOTICE,
}


_NO_GROUP = (
    Label.TRACE_UPLOAD,
    Label.ONLINE_TIME,
    Label.FORCED_INSTALL,
    Label.RANKING_BULLETIN,
)  # a group in their sentence is but the channel


def _kind(label: Label, words: str) -> CaseKind | None:
    if label is Label.FORCED_INSTALL and _follows(words):
        return CaseKind.ACCOUNT
    if label is Label.LIKES_FORWARDS and _VOTE.search(words):
        return CaseKind.VOTE
    if label is Label.LIKES_FORWARDS and _ACCOUNT.search(words):
        return CaseKind.ACCOUNT
    if label in (Label.INSTANT_REPLY, Label.TRACE_UPLOAD) and not _APP.search(words):
        return CaseKind.GROUP if label is Label.INSTANT_REPLY else None
    if _APP.search(words) or (label is Label.RANKING_BULLETIN and _OF_AN_APP.search(words)):
        return CaseKind.APP
    if label not in _NO_GROUP and _GROUP.search(words):
        return CaseKind.GROUP
    return None


def _follows(words: str) -> bool:
    """Whether it is an account that is to be followed, not an app to be installed."""
    return "关注" in words and not _LOAD.search(words)


def facts(text: str, reads: Iterable[Read]) -> dict[str, FactValue]:
    """The facts of a practice, read from its clause; a penalty has those of the act that it hangs on."""
    reads = list(reads)
    first = reads[0]
    found: dict[str, FactValue] = {"scene": "emergency"} if first.exemption else {"scene": "routine"}
    words = text[first.place.clause.start : max(read.place.clause.end for read in reads)]
    if first.hit.label is Label.SUMMON_PENALTY:
        hung = facts(text, [first.anchor]) if first.anchor else {}
        return found | hung | _penalty(words)
    more = _FACTS[first.hit.label](words, {read.hit.act.id for read in reads})
    if first.hit.label is Label.CHECKIN_RELAY and kind(text, first) is CaseKind.GROUP:
        more["reply_required"] = "jielong"
    if first.hit.label is Label.FORCED_INSTALL and kind(text, first) is CaseKind.ACCOUNT:
        more = {"account_follow_required": True}
    return found | more


def _install(words: str, acts: set[str]) -> dict[str, FactValue]:
    if _follows(words):
        return {"account_follow_required": True}
    found: dict[str, FactValue] = {"mandatory_download": True}
    if acts & {"rate", "rate_behind", "reach", "in_full", "all_install", "quota", "task_list"}:
        found["install_rate_target"] = _percent(words) or (100.0 if not _PERCENT.search(words) else 0.0)
    return found


def _checkin(words: str, acts: set[str]) -> dict[str, FactValue]:
    return {"features": frozenset({"checkin"})}


def _points(words: str, acts: set[str]) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {
        "features": frozenset({"points_ranking"}),
        "metric_used_in_assessment": frozenset({"points"}),
    }
    if acts & {"points_rank", "rank_points"}:
        found["ranking_published"] = True
    return found


def _time(words: str, acts: set[str]) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {"features": frozenset({"online_time_stats"})}
    metric = _named(_METRIC, words) & {"study_time", "online_time", "login_rate"}
    if "time_counts" in acts or "login_rate" in acts:
        found["metric_used_in_assessment"] = frozenset(metric or {"online_time"})
    if acts & {"login_often", "login_rate", "not_logged_in"} and (days := _interval(words)):
        found["login_interval_required_days"] = days
    return found


def _likes(words: str, acts: set[str]) -> dict[str, FactValue]:
    wanted = {"likes", "votes", "shares", "comments", "followers", "readership_index"}
    metric = (_named(_METRIC, words) & wanted) or {"likes"}
    return {"metric_used_in_assessment": frozenset(metric), "features": frozenset({"like_share"})}


_FAST = frozenset(
    ("within_minutes", "minutes_said", "minutes_reply", "in_minutes", "at_once", "phone_on", "always_on")
)


def _reply(words: str, acts: set[str]) -> dict[str, FactValue]:
    fast = acts & _FAST
    return {"reply_required": "within_minutes" if fast else "read_receipt"}


def _trace(words: str, acts: set[str]) -> dict[str, FactValue]:
    return {"evidence_required": frozenset(_named(_EVIDENCE, words) or {"photo"})}


def _duplicate(words: str, acts: set[str]) -> dict[str, FactValue]:
    return {"item_duplicates": True}


def _ranking(words: str, acts: set[str]) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {"ranking_published": True}
    metric = _named(_METRIC, words) & {"points", "online_time", "login_rate", "install_rate", "study_time"}
    if metric:
        found["metric_used_in_assessment"] = frozenset(metric)
    for name, seen in _FREQUENCY:
        if re.search(seen, words):
            found["ranking_frequency"] = name
            break
    return found


def _quiz(words: str, acts: set[str]) -> dict[str, FactValue]:
    found: dict[str, FactValue] = {}
    if (score := _SCORE.search(words)) and "score" in acts:
        found["pass_score_required"] = float(score[1])
    if not found or acts - {"score"}:
        found["participation_rate_target"] = _percent(words) or 100.0
    return found


def _penalty(words: str) -> dict[str, FactValue]:
    return {"one_vote_veto": True} if "一票否决" in words else {}


def _percent(words: str) -> float | None:
    found = _PERCENT.search(words)
    return float(found[1]) if found else None


def _interval(words: str) -> int | None:
    found = _DAYS.search(words)
    return int(found[1] or 1) * _EVERY[found[2]] if found else None


def _named(names: Mapping[str, str], words: str) -> set[str]:
    return {name for name, seen in names.items() if re.search(seen, words)}


_FACTS: dict[Label, Callable[[str, set[str]], dict[str, FactValue]]] = {
    Label.FORCED_INSTALL: _install,
    Label.CHECKIN_RELAY: _checkin,
    Label.POINTS_RANKING: _points,
    Label.ONLINE_TIME: _time,
    Label.LIKES_FORWARDS: _likes,
    Label.INSTANT_REPLY: _reply,
    Label.TRACE_UPLOAD: _trace,
    Label.DUPLICATE_REPORTING: _duplicate,
    Label.RANKING_BULLETIN: _ranking,
    Label.QUIZ_QUOTA: _quiz,
}
