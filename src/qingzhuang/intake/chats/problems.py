"""What can go wrong while reading a chat export."""

from gettext import gettext as _

from qingzhuang.model.problem import Problem


def no_chat(file: str) -> Problem:
    """The file has none of the shapes that exports are known to have."""
    return Problem(
        "QZ-R040",
        file,
        _("看不出这是哪种聊天记录导出文件。"),
        _("能读的有：QQ 导出或复制的文本、企业微信存档、WeLink 文本、微信导出的 CSV、JSON 和文本。"),
    )
