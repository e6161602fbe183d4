"""What can go wrong while reading a chat export."""

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity


def no_chat(file: str) -> Problem:
    """The file has none of the shapes that exports are known to have."""
    return Problem(
        "QZ-R040",
        file,
        _("看不出这是哪种聊天记录导出文件。"),
        _(
            "能读的有：QQ 导出或复制的文本、企业微信存档、WeLink 文本、微信导出的 CSV、JSON 和文本，一行一条的“时间 姓名：内容”。"
        ),
    )


def lonely_room(file: str, name: str) -> Problem:
    """A list of members that fits no chat export at hand, or more than one."""
    return Problem(
        "QZ-R047",
        file,
        _("这是企业微信的群信息（{name}），没有对上哪个群的聊天记录。").format(name=name or _("没有群名")),
        _("请和这个群的会话存档一起查；一个账号的几个群分不清时，把群的编号（roomid）写进文件名。"),
        Severity.DOUBT,
    )
