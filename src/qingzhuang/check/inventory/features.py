"""Features of an app as a register tells them: in columns of their own, or in words in the description."""

import re

from qingzhuang.check.inventory.row import Row, Said
from qingzhuang.check.inventory.values import yes_no

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
_DENIED = re.compile(r"(?:不[再设含用]|无|未|没有|取消|去掉|关闭|停用|禁止|免)[^，。；;]{0,8}$")


def features(row: Row) -> Said:
    """Features said to be there, in a column of their own or in the description; a column's "no" outweighs the words."""
    found = {feature for name, feature, signs in FEATURES if _has(row, name, signs)}
    return ("functions", frozenset(found)) if found or row.text("functions") or denied(row) else None


def _has(row: Row, name: str, signs: tuple[str, ...]) -> bool:
    answer = yes_no(row.text(name)) if row.text(name) else None
    return answer is True or (
        answer is None and any(_named_in(row.text("functions"), sign) for sign in signs)
    )


def _named_in(text: str, sign: str) -> bool:
    """Whether a description names a feature without denying it: 不设打卡, 已取消积分排名 do not."""
    return any(not _DENIED.search(text, 0, found.start()) for found in re.finditer(re.escape(sign), text))


def denied(row: Row) -> frozenset[str]:
    """Features that a column of their own says are not there."""
    return frozenset(feature for name, feature, _signs in FEATURES if yes_no(row.text(name) or "?") is False)


def feature_cells(row: Row) -> dict[str, str]:
    """Where each feature has a column of its own: its cell."""
    return {
        feature: row.cells[name] for name, feature, _signs in FEATURES if row.text(name) and name in row.cells
    }
