"""Three pictures side by side for a person: the template's page, the filled one, and what differs in red."""

from collections.abc import Sequence

from benchmarks.visual.compare import Page, Region
from PIL import Image, ImageDraw


def picture(
    template: Sequence[Image.Image], pages: Sequence[Page], number: int, regions: Sequence[Region]
) -> Image.Image:
    """Return the pictures of one page: what is lost is framed in the first, what is new in the third, where the filled
    cells are tinted."""
    before = template[min(number, len(template) - 1)].convert("RGB")
    page = pages[min(number, len(pages) - 1)]
    told = page.picture.convert("RGB")
    told.paste(
        Image.new("RGB", told.size, (255, 235, 255)), (0, 0), page.mask.point(lambda value: 85 * (value > 0))
    )
    for region in regions:
        pen = ImageDraw.Draw(before if region.lost else told)
        pen.rectangle(region.box, outline=(230, 0, 0), width=3)
    parts = [before, page.picture.convert("RGB"), told]
    whole = Image.new("RGB", (sum(each.width for each in parts), max(each.height for each in parts)), "white")
    at = 0
    for each in parts:
        whole.paste(each, (at, 0))
        at += each.width
    return whole
