"""The command line speaks Chinese, its library's own messages included."""

import gettext
from pathlib import Path

from babel.messages.pofile import read_po
from click.testing import CliRunner

import qingzhuang.cli
from qingzhuang.cli.language import speak_chinese
from qingzhuang.cli.main import group

CATALOGUE = Path(qingzhuang.cli.__file__).parent / "locale" / "zh_Hans" / "LC_MESSAGES" / "messages.po"


def test_compiled_catalogue_is_fresh() -> None:
    """After a change run: pybabel compile -d src/qingzhuang/cli/locale -l zh_Hans."""
    with CATALOGUE.open(encoding="utf-8") as source:
        written = {
            str(m.id[0] if m.pluralizable else m.id): m.string
            for m in read_po(source, locale="zh_Hans")
            if m.id
        }
    with CATALOGUE.with_suffix(".mo").open("rb") as binary:
        compiled = gettext.GNUTranslations(binary)
    for english, chinese in written.items():
        if isinstance(chinese, (tuple, list)):
            assert compiled.ngettext(english, english, 1) == chinese[0]
        else:
            assert compiled.gettext(english) == chinese


def test_an_unknown_command_is_answered_in_chinese() -> None:
    speak_chinese()
    done = CliRunner().invoke(group, ["没有的命令"], prog_name="qz")
    assert done.exit_code == 2
    assert "没有 没有的命令 这个命令" in done.output
    assert "用“qz --help”看说明" in done.output
