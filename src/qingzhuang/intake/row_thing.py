"""The thing that each row is, in a form's own words: the list of 投放点 is numbered by 投放点编号."""

import re
from collections.abc import Sequence

_KEY = re.compile(
    r"^(?!所[在属]|隶属|上级|主管|原|户籍|居住|就读|工作)([\u4e00-\u9fff]{2,6}?)(?:编号|编码|代码|号码|号|名称|名|字号)$"
)
_NO_THING = re.compile(
    r"证|账|卡|电话|手机|联系|信用|合同|协议|门牌|序|栋|楼|村|社区|乡镇|镇街|街道|区县|小组|单位|部门|学校|公司|企业|机构|组织|支部|党委|班级|银行|负责|法人|姓|户主|批|票|文件|档|学籍|车牌|号牌|品牌|股|工$|院$|专业|职务|岗位|资源|登记|信息|情况|对象|事项|材料|规格|型$|统一|备案|系统|内部|[员人者]$"
)
"""What has a name or a number and is no row of its own: papers, accounts, bodies, places above, people."""
_FIRST = 4


def thing_of(labels: Sequence[str], title: str) -> tuple[str, int] | None:
    """Return the thing that one of the first columns names or numbers, where the title names it too, and the column's place; None
    when no column does. Labels come without what stands in brackets."""
    keys = [
        (key[1], label.endswith("号"), place)
        for place, label in enumerate(labels[:_FIRST])
        if (key := _KEY.match(label)) and not _NO_THING.search(key[1])
    ]
    for thing, numbered, place in keys:
        inner = any(later > place and number and other != thing for other, number, later in keys)
        if thing in title and (
            numbered or not inner
        ):  # 市场名称 | 摊位号: the market is where the stalls are
            return thing, place
    return None
