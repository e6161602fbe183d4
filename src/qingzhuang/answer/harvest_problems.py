"""What a person should see of a filled file: the words for what was not kept, or kept with a doubt."""

from qingzhuang.answer.harvest_notes import Note
from qingzhuang.language import gettext as _
from qingzhuang.model.form import Table
from qingzhuang.model.id_number import Flaw
from qingzhuang.model.place import Place
from qingzhuang.model.problem import Problem, Severity


def doubtful_number(place: Place, flaw: Flaw) -> Problem:
    """An ID number with a flaw (QZ-L011)."""
    words = {
        Flaw.MASKED: _("身份证号打了星号"),
        Flaw.LENGTH: _("身份证号位数不对"),
        Flaw.CHARACTER: _("身份证号里有别的字"),
        Flaw.BIRTH: _("身份证号里的出生日期不存在"),
        Flaw.CHECKSUM: _("身份证号的校验位对不上"),
    }
    kept = _("已照原样记下，单独算一个人。") if flaw is Flaw.CHECKSUM else _("这个号没有记。")
    message = _("{what}，{kept}").format(what=words.get(flaw, _("身份证号不对")), kept=kept)
    cure = _("请对照证件改正后再导入。")
    if flaw is Flaw.CHECKSUM:
        cure = _("请对照证件看一遍：证件上就是这样，不用改；抄错了，先别记，改好这一格再导入。")
    return Problem("QZ-L011", str(place), message, cure, Severity.DOUBT)


def no_phone(label: str, place: Place) -> Problem:
    """A telephone number with too few or too many digits (QZ-L017)."""
    return Problem(
        "QZ-L017",
        str(place),
        _("“{label}”位数不对，这个号没有记。").format(label=label),
        _("手机 11 位，固定电话带上区号。改好这一格再导入。"),
        Severity.DOUBT,
    )


def digits_lost(label: str, place: Place) -> Problem:
    """A long number that the sheet kept as a quantity (QZ-L014)."""
    return Problem(
        "QZ-L014",
        str(place),
        _("“{label}”存成了数字，后几位已经丢了，这个号没有记。").format(label=label),
        _("请把这一格改成文本格式，对照证件重新填写后再导入。"),
        Severity.DOUBT,
    )


def noted_dead(note: Note, name: str) -> Problem:
    """A remark that somebody has died (QZ-L015)."""
    return Problem(
        "QZ-L015",
        str(note.place),
        _("“{label}”写着“{text}”，{name}记作已去世，以后的名册不再列上。").format(
            label=note.label, text=note.text, name=name
        ),
        _("不对的话，请改了再导入。"),
        Severity.NOTE,
    )


def nobody(place: Place) -> Problem:
    """A row that does not tell whom it is about (QZ-L012)."""
    return Problem(
        "QZ-L012",
        _("{sheet} 第 {row} 行").format(sheet=place.sheet, row=place.row),
        _("看不出这一行说的是谁，没有记。"),
        _("请补上身份证号、户号、名称或日期再导入。"),
        Severity.DOUBT,
    )


def no_records(table: Table) -> Problem:
    """A table whose rows are not records (QZ-L013)."""
    return Problem(
        "QZ-L013",
        table.sheet,
        _("这张表左边是固定栏目，不是一行一条记录，没有记。"),
        _("这类汇总数由明细算出，请导入明细表。"),
        Severity.NOTE,
    )
