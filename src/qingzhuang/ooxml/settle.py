"""Making a package that a program wrote the same whenever it writes it: the hour and the numbers that it draws by lot go."""

import io
import re
import zipfile

_AXIS = re.compile(rb'(<c:(?:axId|crossAx) val=")(\d+)(")')
_CHART = re.compile(r"/charts/chart\d+\.xml$")


def settled(content: bytes) -> bytes:
    """Return the package with the same parts in the same order, without the time of writing, and with the axes of charts
    numbered from 1 where the program draws lots for them. What is no zip is returned as it is."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except zipfile.BadZipFile:
        return content
    kept = io.BytesIO()
    with archive, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made:
        for name in archive.namelist():
            part = archive.read(name)
            made.writestr(
                zipfile.ZipInfo(name), _numbered(part) if _CHART.search(name) else part, zipfile.ZIP_DEFLATED
            )
    return kept.getvalue()


def _numbered(chart: bytes) -> bytes:
    known: dict[bytes, bytes] = {}
    return _AXIS.sub(
        lambda found: found[1] + known.setdefault(found[2], b"%d" % (len(known) + 1)) + found[3], chart
    )
