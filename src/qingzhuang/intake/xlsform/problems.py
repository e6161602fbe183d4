"""What keeps an XLSForm from being used, and what a person should look at: codes QZ-R201 to QZ-R229. An error is what
pyxform 4.5 refuses; a doubt or a note is ours."""

from dataclasses import dataclass, field

from qingzhuang.language import gettext as _
from qingzhuang.model.problem import Problem, Severity


@dataclass(slots=True)
class Remarks:
    """All problems of one file, in the order in which they are found."""

    file: str
    found: dict[Problem, None] = field(default_factory=dict[Problem, None])

    def add(self, problem: Problem) -> None:
        """Keep a problem, once."""
        self.found.setdefault(problem)

    def at(self, sheet: str, row: int) -> str:
        """Return the words for a row of a sheet."""
        return f"{self.file} {sheet}!{row}"


def no_survey(file: str) -> Problem:
    """No sheet of questions."""
    return Problem(
        "QZ-R201",
        file,
        _("没有名为 survey 的工作表，不是一份 XLSForm。"),
        _("请把写题目的那张工作表改名为 survey。"),
    )


def double_column(where: str, header: str) -> Problem:
    """A header stands twice."""
    return Problem(
        "QZ-R202", where, _("有两列都叫“{header}”。").format(header=header), _("请删去一列，或改名。")
    )


def same_column(where: str, one: str, other: str) -> Problem:
    """Two headers mean the same column."""
    return Problem(
        "QZ-R202",
        where,
        _("“{one}”和“{other}”是同一列的两种写法。").format(one=one, other=other),
        _("请只留一列。"),
    )


def missing_column(where: str, column: str) -> Problem:
    """A column that every form needs."""
    return Problem("QZ-R203", where, _("缺“{column}”这一列。").format(column=column), _("请加上这一列。"))


def no_type(where: str) -> Problem:
    """A row with words and no type."""
    return Problem("QZ-R204", where, _("这一行有名称或题目，没有写类型。"), _("请在 type 一列写上题型。"))


def unknown_type(where: str, kind: str) -> Problem:
    """A type that XLSForm does not have."""
    return Problem(
        "QZ-R205",
        where,
        _("没有“{kind}”这种题型。").format(kind=kind),
        _("请改成 XLSForm 的题型，如 text、integer、date、select_one。"),
    )


def not_included(where: str, name: str) -> Problem:
    """A section that stands in another file."""
    return Problem(
        "QZ-R206",
        where,
        _("这里要插入另一份表“{name}”的题，那份表不在这个文件里。").format(name=name),
        _("请把那份表的题直接写进来。"),
    )


def no_name(where: str) -> Problem:
    """A question or a choice without a name."""
    return Problem("QZ-R207", where, _("这一行没有写 name。"), _("请写上名称：字母或下划线开头，不带空格。"))


def bad_name(where: str, column: str, name: str) -> Problem:
    """A name that cannot be one."""
    return Problem(
        "QZ-R208",
        where,
        _("{column} 一列的“{name}”不能作名称。").format(column=column, name=name),
        _("名称以字母或下划线开头，后面只用字母、数字、下划线、连字符和点。"),
    )


def name_again(where: str, name: str) -> Problem:
    """A name that is taken."""
    return Problem(
        "QZ-R209",
        where,
        _("名称“{name}”在同一组里已经用过，或者是保留的。").format(name=name),
        _("请换一个名称，并改掉引用它的地方。"),
    )


def unmatched(where: str, words: str) -> Problem:
    """A group that does not end, an end that ends nothing."""
    return Problem(
        "QZ-R210",
        where,
        _("“{words}”没有配对的另一头。").format(words=words),
        _("请让 begin 和 end 一一对应，内层先结束。"),
    )


def no_list(where: str, name: str) -> Problem:
    """A list of choices that does not exist."""
    return Problem(
        "QZ-R211",
        where,
        _("选项清单“{name}”不在选项工作表里。").format(name=name),
        _("请在 choices（或 external_choices）里写上这份清单，或改正清单名。"),
    )


def bad_choice(where: str, reason: str) -> Problem:
    """A choice that cannot be told from another."""
    return Problem("QZ-R212", where, reason, _("请改正选项的 name；确要重复，可设 allow_choice_duplicates。"))


def bad_reference(where: str, column: str) -> Problem:
    """A ${…} that is not one."""
    return Problem(
        "QZ-R213",
        where,
        _("{column} 一列的引用写得不对。").format(column=column),
        _("引用写作 {example}，两头都要有，多个之间用逗号隔开。").format(example="${name}"),
    )


def unknown_reference(where: str, column: str, name: str) -> Problem:
    """A ${…} to nothing, or to several."""
    return Problem(
        "QZ-R214",
        where,
        _("{column} 一列引用了“{name}”，这个名称不存在或不止一个。").format(column=column, name=name),
        _("请改成 survey 里有的、只出现一次的名称。"),
    )


def no_calculation(where: str) -> Problem:
    """A calculation without one."""
    return Problem("QZ-R215", where, _("计算题没有写算式。"), _("请在 calculation 一列写上算式。"))


def bad_parameter(where: str, words: str) -> Problem:
    """Parameters that cannot be read, or hold what this type does not take."""
    return Problem(
        "QZ-R216",
        where,
        _("parameters 一列的“{words}”不能用在这里。").format(words=words),
        _("写作 名=值，几个之间用空格隔开；每种题型只认自己的几个名。"),
    )


def no_label(where: str, name: str) -> Problem:
    """A question that nobody could read."""
    return Problem(
        "QZ-R217",
        where,
        _("“{name}”没有题目，也没有提示。").format(name=name),
        _("请在 label 一列写上题目。"),
    )


def bad_trigger(where: str) -> Problem:
    """A trigger where none can be, or none where one must."""
    return Problem("QZ-R218", where, _("trigger 一列写得不对。"), _("请写成看得见的题目的引用。"))


def bad_entity(where: str, reason: str) -> Problem:
    """Entities that cannot be saved."""
    return Problem("QZ-R219", where, reason, _("请按 XLSForm 的 entities 说明改正。"))


def bad_file_list(where: str, name: str) -> Problem:
    """A list in a file that cannot be one."""
    return Problem(
        "QZ-R220",
        where,
        _("选项文件“{name}”的后缀不认识。").format(name=name),
        _("选项文件应是 .csv、.xml 或 .geojson。"),
    )


def no_filter_here(where: str) -> Problem:
    """A filter where it cannot work."""
    return Problem(
        "QZ-R221", where, _("这里不能用 choice_filter。"), _("去掉筛选，或者去掉 or_other、table-list。")
    )


def bad_media(where: str, name: str) -> Problem:
    """A picture or sound that cannot be shown."""
    return Problem(
        "QZ-R222",
        where,
        _("“{name}”的图片或声音列写得不对。").format(name=name),
        _("可用的有 image、big-image、audio、video；big-image 要同时有 image。"),
    )


def bad_setting(where: str, name: str) -> Problem:
    """Settings that contradict each other."""
    return Problem(
        "QZ-R223",
        where,
        _("设置“{name}”不能这样写。").format(name=name),
        _("请按 XLSForm 的 settings 说明改正。"),
    )


def not_balanced(where: str, column: str) -> Problem:
    """An expression whose brackets or quotation marks do not match."""
    return Problem(
        "QZ-R224",
        where,
        _("{column} 一列的算式括号或引号不成对。").format(column=column),
        _("请补上；多数程序不检查这一处，填表的人才会碰到。"),
        Severity.DOUBT,
    )


def unknown_function(where: str, name: str) -> Problem:
    """A function that OpenRosa does not have."""
    return Problem(
        "QZ-R225",
        where,
        _("算式里的函数“{name}”不在 OpenRosa 的函数里。").format(name=name),
        _("请核对拼写；有的程序自己加了函数，换一个程序就算不出。"),
        Severity.DOUBT,
    )


def circle(where: str, names: str) -> Problem:
    """Values that wait for each other."""
    return Problem(
        "QZ-R226",
        where,
        _("算式互相等着：{names}。").format(names=names),
        _("请断开其中一处，否则谁也算不出来。"),
        Severity.DOUBT,
    )


def blank_rows(where: str, count: int) -> Problem:
    """Rows that nobody will see."""
    return Problem(
        "QZ-R227",
        where,
        _("前面连着 {count} 多个空行，从这一行起没有读。").format(count=count),
        _("这是 XLSForm 程序的通例；下面还有题就请删去空行。"),
        Severity.DOUBT,
    )


def worth_knowing(where: str, words: str, cure: str) -> Problem:
    """What works and could be better."""
    return Problem("QZ-R228", where, words, cure, Severity.NOTE)


def too_deep(where: str, most: int) -> Problem:
    """Groups in groups in groups."""
    return Problem(
        "QZ-R229",
        where,
        _("组套组超过 {most} 层，更里面的没有分组。").format(most=most),
        _("请把组拆开；这么多层没有人能填。"),
    )
