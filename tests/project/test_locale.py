"""The command line speaks Chinese, its library's own messages included."""

import gettext
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
from babel.messages.pofile import read_po
from click.testing import CliRunner

import qingzhuang.cli
from qingzhuang.cli.language import dress, speak_chinese, width
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


def test_an_unknown_command_is_answered_in_source() -> None:
    speak_chinese()
    done = CliRunner().invoke(group, ["没有的命令"], prog_name="qz")
    assert done.exit_code == 2
    assert "没有 没有的命令 这个命令" in done.output
    assert "用“qz --help”看说明" in done.output


def helps(command: click.Command, *names: str) -> Iterator[tuple[str, str]]:
    call = [sys.executable, "-c", "from qingzhuang.cli.main import main; main()", *names, "--help"]
    yield " ".join(names), subprocess.run(call, check=True, capture_output=True, text=True).stdout
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from helps(inner, *names, name)


def test_every_help_page_is_chinese_to_the_last_word() -> None:
    """What is left in Latin letters is typed as it stands: commands, options, names of files and formats."""
    typed = r"--?[a-z-]+|\bqz( [a-z]+)+|(?<=\n  )[a-z]+(?=  )|[\w-]*\.[a-z]+\b|\[[a-z|]+\]"
    known = {
        "qz",
        "json",
        "text",
        "all",
        "JSON",
        "TSV",
        "HTML",
        "a",
        "b",
        "html",
        "sarif",
        "id",
        "ok",
        "xlsform",
        "XLSForm",
        "xlsx",
        "Excel",
    }
    for names, page in helps(dress(group)):
        words = set(re.findall("[A-Za-z]+", re.sub(typed, " ", page))) - known
        assert not words, f"qz {names}: {words}"


def test_a_column_of_chinese_words_stays_a_column() -> None:
    speak_chinese()
    page = CliRunner().invoke(group, ["weigh", "--help"], prog_name="qz").output
    lines = [line for line in page.splitlines() if line.startswith("  -")]
    starts = {width(re.match(r"  \S+(?: \S+)*  +", line)[0]) for line in lines}  # type: ignore[index]
    assert len(starts) == 1
