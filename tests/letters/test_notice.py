"""A reworded notice can be taken away as Word or as text, and reads the same."""

from qingzhuang.intake.notices.read import read_notice
from qingzhuang.letters.notice import notice_docx, notice_text
from qingzhuang.pipeline.rewording import Reworded

WORDS = Reworded("关于冬季走访的通知", ("各村：", "请于 12 月 5 日前告知走访情况\x0b。"), 1, tables=False)


def test_word_and_text_say_the_same() -> None:
    for file, content in (("改后.docx", notice_docx(WORDS)), ("改后.txt", notice_text(WORDS))):
        text = read_notice(file, content).text
        assert text.startswith("关于冬季走访的通知")
        assert "请于 12 月 5 日前告知走访情况" in text
