"""What the cells of one row say, fact by fact: each reader gives the field it read and the value, or None for nothing said."""

from collections.abc import Callable

from qingzhuang.check.inventory.row import Row
from qingzhuang.check.inventory.values import day, level, number, yes_no
from qingzhuang.model.case import FactValue
from qingzhuang.model.sheet import Scalar

Said = tuple[str, FactValue] | None

FEATURES = (
    ("checkin", "checkin", ("打卡", "签到")),
    ("ranking", "points_ranking", ("积分排名", "积分排行", "积分榜", "排行榜")),
    ("online_time", "online_time_stats", ("在线时长", "学习时长")),
    ("track", "gps_track", ("轨迹", "定位")),
    ("photo", "photo_upload", ("拍照上传", "照片上传")),
    ("form_fill", "form_fill", ("填表", "填报", "报数")),
    ("complaint", "complaint_entry", ("投诉建议", "意见反馈")),
    ("commerce", "commerce", ("商城", "广告", "带货")),
)
_METRICS = {
    "安装": "install_rate", "使用率": "install_rate", "注册率": "install_rate", "登录": "login_rate", "活跃": "login_rate",
    "积分": "points", "时长": "online_time", "学时": "study_time", "点赞": "likes", "转发": "shares", "投票": "votes",
    "评论": "comments", "粉丝": "followers", "关注": "followers", "阅读": "readership_index", "照片": "photos_count", "里程": "track_km",
}  # fmt: skip


def _features(row: Row) -> Said:
    """Features said to be there, in a column of their own or in the description; a column's "no" outweighs the words."""
    found = {feature for name, feature, signs in FEATURES if _has(row, name, signs)}
    return ("functions", frozenset(found)) if found or row.text("functions") or denied(row) else None


def _has(row: Row, name: str, signs: tuple[str, ...]) -> bool:
    answer = yes_no(row.text(name)) if row.text(name) else None
    return answer is True or (answer is None and any(sign in row.text("functions") for sign in signs))


def denied(row: Row) -> frozenset[str]:
    """Features that a column of their own says are not there."""
    return frozenset(feature for name, feature, _signs in FEATURES if yes_no(row.text(name) or "?") is False)


def feature_cells(row: Row) -> dict[str, str]:
    """Where each feature has a column of its own: its cell."""
    return {
        feature: row.cells[name] for name, feature, _signs in FEATURES if row.text(name) and name in row.cells
    }


def _metrics(row: Row) -> Said:
    for name in ("assessed", "install_target", "login_target"):
        text = row.text(name)
        found = {metric for word, metric in _METRICS.items() if word in text}
        if found and yes_no(text) is not False:
            return name, frozenset(found)
    return ("assessed", frozenset[str]()) if yes_no(row.text("assessed")) is False else None


def _level(row: Row) -> Said:
    found = level(row.text("level"), row.text("owner"))
    return ("level" if row.text("level") else "owner", found) if found else None


def _target(name: str) -> Callable[[Row], Said]:
    """A quota: its number; a plain yes is an unknown number above 0."""

    def read(row: Row) -> Said:
        text = row.text(name)
        answer = yes_no(text) if text else None
        if answer is False:
            return name, 0.0
        found = number(row.values.get(name))
        if found is None and answer is None:
            return None
        return name, found if found is not None else 1.0

    return read


def _one(name: str, read: Callable[[Scalar], FactValue | None]) -> Callable[[Row], Said]:
    def found(row: Row) -> Said:
        value = read(row.values.get(name))
        return None if value is None else (name, value)

    return found


def _said(value: Scalar) -> bool | None:
    return yes_no(str(value)) if value not in (None, "") else None


def _purpose(value: Scalar) -> str | None:
    text = str(value or "")
    if any(word in text for word in ("临时", "专项")) or text.strip() == "是":
        return "temporary"
    return (
        "stage"
        if "阶段" in text
        else "standing"
        if any(word in text for word in ("常设", "长期", "否"))
        else None
    )


def _reply(row: Row) -> Said:
    text = row.text("reply")
    if not text:
        return None
    if "接龙" in text or "打卡" in text:
        return "reply", "jielong"
    if any(word in text for word in ("分钟", "即时", "立即")):
        return "reply", "within_minutes"
    return "reply", "reply_text" if yes_no(text) else "no"


READERS: dict[str, Callable[[Row], Said]] = {
    "features": _features,
    "metric_used_in_assessment": _metrics,
    "issuer_level": _level,
    "install_rate_target": _target("install_target"),
    "login_interval_required_days": _target("login_target"),
    "mandatory_download": _one("forced", _said),
    "account_follow_required": _one("forced", _said),
    "launch_date": _one("launched", day),
    "retire_date": _one("retired", day),
    "last_content_update": _one("updated", day),
    "monthly_active_users": _one("active_users", number),
    "group_purpose_kind": _one("standing", _purpose),
    "group_task_done_date": _one("task_done", day),
    "reply_required": _reply,
}
