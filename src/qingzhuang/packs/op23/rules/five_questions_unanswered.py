"""An app whose five questions before approval are not answered."""

from qingzhuang.check.judgement import Judgement
from qingzhuang.check.kinds import is_false, is_set
from qingzhuang.check.rule import Breaks, Passes, Setting, given, rule
from qingzhuang.model.case import Case, CaseKind


@rule(
    "OP23-02",
    on=(CaseKind.APP,),
    category="G",
    message="立项前的五问没有答，或者答下来功能和别的应用重复。",
    rewrite="逐条答清：在不在规划里、重不重复、能不能做成别人的一个功能、能不能一起办、数据能不能共享。",
    examples=(
        Breaks(given(CaseKind.APP, approval_review_done=False)),
        Breaks(given(CaseKind.APP, duplicates_function_of={"平安青禾"})),
        Passes(given(CaseKind.APP, approval_review_done=True, duplicates_function_of=())),
        Passes(
            "《关于防治“指尖上的形式主义”的若干意见》规定，审核是否符合信息化数字化规划、是否与已有政务应用程序存在功能交叉重复、是否能作为功能模块嵌入到已有政务应用程序、是否能与相关政务应用程序项目进行业务协同、是否满足数据管理和共享要求等内容。"
        ),
    ),
)
def five_questions_unanswered(case: Case, setting: Setting) -> Judgement:
    """
    查什么：立项时五个问题答了没有，有没有和已有的应用重复。
    为什么：五问答得清，就不会多出一个没人用的应用。
    怎么改：补答五问；重复的并到已有的应用里。
    不算：已经答过、也不重复的。
    """
    return is_false(case, "approval_review_done") | is_set(case, "duplicates_function_of")
