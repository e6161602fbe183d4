"""An app that does what another does."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-S2",
    on=(CaseKind.APP,),
    category="G",
    message="功能和别的应用重复，应当整合迁移。",
    rewrite="并成一个，数据迁过去，旧的关掉。",
    examples=(
        Breaks(given(CaseKind.APP, duplicates_function_of={"平安青禾"})),
        Passes(given(CaseKind.APP, duplicates_function_of=())),
        Passes(
            "《政务移动互联网应用程序规范化管理办法》规定：“对功能相近、重复的政务应用程序进行整合迁移”。"
        ),
    ),
)
def overlapping_app(case: Case, setting: Setting) -> Judgement:
    """
    查什么：几个应用是不是办同一样事。
    为什么：一件事装两个应用，就要报两遍。
    怎么改：看哪一个用的人多、做得好，并到那一个。
    不算：名字像、办的不是一样事的。
    """
    return is_set(case, "duplicates_function_of")
