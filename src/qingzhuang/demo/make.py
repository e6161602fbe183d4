"""Makes the example township: the sheets it keeps, the bureaus' blank forms, and three files that nobody can read."""

from collections.abc import Iterator
from pathlib import Path

from qingzhuang.demo import bad_files, demands
from qingzhuang.demo.forms.load import all_forms
from qingzhuang.demo.forms.paint_docx import paint_docx
from qingzhuang.demo.forms.paint_xlsx import paint_xlsx
from qingzhuang.demo.forms.spec import FormSpec
from qingzhuang.demo.sources.homes import home_rolls
from qingzhuang.demo.sources.people import people_rolls
from qingzhuang.demo.sources.places import place_rolls
from qingzhuang.demo.sources.register import registers
from qingzhuang.demo.sources.roll import Roll
from qingzhuang.demo.sources.write import write_roll
from qingzhuang.demo.township import Township, imagine

LEDGERS, FORMS = "台账", "表格"


def make_township(folder: Path) -> Township:
    """Write 台账/ and 表格/ below the folder; the same bytes each time. Raises OSError when it cannot be written."""
    township = imagine()
    for path, content in township_files(township):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return township


def township_files(township: Township) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the example: its path below the folder and its content."""
    for roll in rolls(township):
        yield f"{LEDGERS}/{roll.file}", write_roll(roll)
    painted = b""
    for form in all_forms():
        painted = paint(form)
        yield f"{FORMS}/{form.path}", painted
    for name, content in bad_files.bad_files(painted).items():
        yield f"{FORMS}/{bad_files.FOLDER}/{name}", content
    yield f"{FORMS}/{demands.FILE}", demands.demands_text(all_forms()).encode()


def rolls(township: Township) -> Iterator[Roll]:
    """Yield every sheet that the township keeps."""
    yield from registers(township)
    yield from home_rolls(township)
    yield from people_rolls(township)
    yield from place_rolls(township)


def paint(form: FormSpec) -> bytes:
    """Return a blank form in the format that its name says."""
    return paint_docx(form) if form.file.endswith(".docx") else paint_xlsx(form)
