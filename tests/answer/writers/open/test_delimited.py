"""Fields between delimiters come back as they were, with the answers in them and nothing else touched."""

import codecs

import pytest

from qingzhuang.answer.fill import fill
from qingzhuang.intake.read import read_form
from qingzhuang.model.answers import Answers, Filled
from qingzhuang.model.problem import ProblemError
from qingzhuang.model.sheet import Scalar

NUMBER = "990101199001011234"


def done(content: bytes, *rows: dict[str, Scalar]) -> Filled:
    return fill("表.csv", content, read_form("表.csv", content), Answers(rows))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("between", [",", "\t", ";"])
def test_encoding_mark_delimiter_and_line_ends_stay(encoding: str, end: str, between: str) -> None:
    heads = between.join(["序号", "姓名", "身份证号", "备注"])
    blanks = between * 3
    content = (heads + end + "1" + blanks + end + "2" + blanks + end).encode(encoding)
    made = done(content, {"姓名": "甲", "身份证号": NUMBER}, {"姓名": "乙"})
    lines = [heads, between.join(["1", "甲", NUMBER, ""]), between.join(["2", "乙", "", ""])]
    assert made.content == (end.join(lines) + end).encode(encoding)


def test_rows_that_are_missing_are_written_below_and_the_last_line_may_lack_its_end() -> None:
    made = done("姓名,电话,住址".encode(), {"姓名": "甲"}, {"姓名": "乙", "住址": "柳湾村"})
    assert made.content.decode().splitlines() == ["姓名,电话,住址", "甲,,", "乙,,柳湾村"]


def test_a_total_below_stays_below_and_untouched_fields_keep_their_quotation_marks() -> None:
    content = '姓名,"面积,亩","备注"\n"","",""\n"合计","1,200",""\n'.encode()
    made = done(content, {"姓名": "甲"}, {"姓名": "乙"}, {"姓名": "丙"})
    lines = made.content.decode().splitlines()
    assert lines[0] == '姓名,"面积,亩","备注"'
    assert lines[-1] == '"合计","1,200",""'
    assert len(lines) == 5


def test_what_a_spreadsheet_would_run_is_made_words_and_numbers_stay_numbers() -> None:
    made = done(
        "姓名,说明,金额（元）,电话\n,,,\n".encode(),
        {"姓名": "=1+1", "说明": "@sum", "金额（元）": -12.5, "电话": "+8613900000003"},
    )
    assert made.content.decode().splitlines()[1] == "'=1+1,'@sum,-12.5,+8613900000003"
    assert [each.code for each in made.problems] == ["QZ-R101"]


def test_delimiters_quotation_marks_and_breaks_inside_an_answer_are_quoted() -> None:
    made = done("姓名,说明,备注\n,,\n".encode(), {"姓名": 'a"b', "说明": "甲,乙", "备注": "一\n二"})
    assert made.content.decode() == '姓名,说明,备注\n"a""b","甲,乙","一\n二"\n'


def test_long_numbers_are_kept_whole_as_the_column_keeps_them() -> None:
    content = '姓名,身份证号,备注\n甲,"=""990101198001011234""",\n,,\n'.encode()
    made = done(content, {"姓名": "乙", "身份证号": NUMBER})
    assert f'乙,"=""{NUMBER}""",' in made.content.decode()
    assert read_form("表.csv", made.content).tables


def test_bytes_that_fit_no_encoding_are_not_written() -> None:
    content = "姓名,电话,住址\n,,\n".encode() + b"\xff\xff\xff,,\n"
    with pytest.raises(ProblemError) as caught:
        done(content, {"姓名": "甲"})
    assert caught.value.problem.code == "QZ-F032"


def test_a_mark_is_read_as_such() -> None:
    assert done(codecs.BOM_UTF8 + "姓名,电话,住址\n".encode(), {"姓名": "甲"}).content.startswith(
        codecs.BOM_UTF8
    )
