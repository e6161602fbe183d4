"""The same items asked of the grassroots again."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "APP26-P1",
    on=(CaseKind.APP, CaseKind.FORM),
    category="E",
    message="要的项目，别的表或者别的应用已经要过了。",
    rewrite="从已有的数据里取；确实没有的，只补要缺的那几项。",
    examples=(
        Breaks(given(CaseKind.APP, item_duplicates={"家庭人口数"})),
        Breaks("请各村将已在全国防返贫系统填报的家庭收入数据，再在“智慧乡村”APP重复填报一遍，每周五前上报。"),
        Passes(given(CaseKind.APP, item_duplicates=())),
        Passes("各单位不得随意或重复要求基层填表报数交材料。"),
    ),
)
def repeated_reporting(case: Case, setting: Setting) -> Judgement:
    """
    查什么：应用里的表、要的数，是不是别处已经要过，是不是随意加的。
    为什么：一样的数填三遍，不会更准，只会更累。
    怎么改：先查已有的表和台账；能取的不再要，能合的合成一张。
    不算：内容变了、需要更新的；名字像、其实不是一回事的（如户籍人口和常住人口）。
    """
    return is_set(case, "item_duplicates")
