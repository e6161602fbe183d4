"""What the cells of one row say, fact by fact."""

from qingzhuang.check.inventory.answers import (
    Reader,
    forced,
    named,
    one,
    said,
    target,
    unwanted,
    words,
    written,
)
from qingzhuang.check.inventory.features import features
from qingzhuang.check.inventory.filings import declared_status
from qingzhuang.check.inventory.level import level
from qingzhuang.check.inventory.row import Row, Said
from qingzhuang.check.inventory.values import day, number, yes_no
from qingzhuang.model.sheet import Scalar

_METRICS = {
    "安装": "install_rate", "使用率": "install_rate", "注册率": "install_rate", "登录": "login_rate", "活跃": "login_rate",
    "积分": "points", "时长": "online_time", "学时": "study_time", "点赞": "likes", "转发": "shares", "投票": "votes",
    "评论": "comments", "粉丝": "followers", "关注": "followers", "阅读": "readership_index", "照片": "photos_count", "里程": "track_km",
}  # fmt: skip


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
    if unwanted(text):
        return "reply", "no"
    if "接龙" in text or "打卡" in text:
        return "reply", "jielong"
    if any(word in text for word in ("分钟", "即时", "立即")):
        return "reply", "within_minutes"
    return "reply", "reply_text" if yes_no(text) else "no"


_PROOF = {
    "照片": "photo", "图片": "photo", "拍照": "photo", "视频": "video", "截图": "screenshot", "轨迹": "gps_track", "定位": "gps_track",
}  # fmt: skip
_PERSONAL = {
    "姓名": "name", "身份证": "id_no", "证件号": "id_no", "电话": "phone", "手机": "phone", "联系方式": "phone", "住址": "address", "地址": "address",
    "银行": "bank_account", "账号": "bank_account", "健康": "medical", "病": "medical", "医疗": "medical", "宗教": "religion", "人脸": "biometrics", "指纹": "biometrics",
    "生物识别": "biometrics", "轨迹": "track", "定位": "track", "儿童": "minor_u14", "未成年": "minor_u14", "收入": "income",
}  # fmt: skip
READERS: dict[str, Reader] = {
    "features": features,
    "metric_used_in_assessment": _metrics,
    "issuer_level": _level,
    "install_rate_target": target("install_target"),
    "login_interval_required_days": target("login_target"),
    "filing_status": declared_status,
    "mandatory_download": forced,
    "account_follow_required": forced,
    "evidence_required": words("evidence", _PROOF),
    "necessity_stated": written("necessity"),
    "ranking_published": one("ranked", said),
    "item_duplicates": named("repeat"),
    "reported_via_provincial_platform": one("platform", said),
    "duplicates_function_of": named("overlaps"),
    "filing_no_displayed": one("displayed", said),
    "approval_review_done": one("approved", said),
    "in_digital_plan": one("planned", said),
    "acceptance_test_done": one("accepted", said),
    "security_assessment_done": one("security_checked", said),
    "self_check_done": one("self_checked", said),
    "usage_rule_written": one("usage_rule", said),
    "security_rule_written": one("security_rule", said),
    "closure_announced": one("announced", said),
    "responsible_unit_named": written("owner"),
    "personal_data_fields": words("personal", _PERSONAL),
    "masked": one("masked", said),
    "data_handler_named": written("keeper"),
    "legal_basis_stated": written("basis"),
    "material_demanded_casually": one("material", said),
    "outside_work_hours": one("outside", said),
    "group_owner_named": written("group_owner"),
    "launch_date": one("launched", day),
    "retire_date": one("retired", day),
    "last_content_update": one("updated", day),
    "monthly_active_users": one("active_users", number),
    "group_purpose_kind": one("standing", _purpose),
    "group_task_done_date": one("task_done", day),
    "reply_required": _reply,
}
