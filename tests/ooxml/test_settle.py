"""What a program wrote twice from the same file is the same file."""

import io
import zipfile

from qingzhuang.ooxml.settle import settled


def package(stamp: tuple[int, int, int, int, int, int], axes: tuple[int, int]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        one, two = axes
        chart = f'<c:axId val="{one}"/><c:axId val="{two}"/><c:crossAx val="{one}"/><c:idx val="{0}"/>'
        archive.writestr(zipfile.ZipInfo("xl/charts/chart1.xml", stamp), chart)
        archive.writestr(zipfile.ZipInfo("xl/workbook.xml", stamp), "<workbook/>")
    return buffer.getvalue()


def test_neither_the_hour_nor_the_lots_of_axes_stay() -> None:
    """Two savings that differ in their time stamps and in the numbers of their axes become the same bytes."""
    one = settled(package((2026, 1, 2, 3, 4, 6), (7711, 8822)))
    two = settled(package((2026, 5, 6, 7, 8, 10), (123, 99)))
    assert one == two
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        text = archive.read("xl/charts/chart1.xml").decode()
    assert text == '<c:axId val="1"/><c:axId val="2"/><c:crossAx val="1"/><c:idx val="0"/>'


def test_what_is_no_package_stays_as_it_is() -> None:
    assert settled(b"no zip") == b"no zip"
