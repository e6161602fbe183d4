"""Contrast is recomputed from the tokens, so that a colour cannot fade unnoticed (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from importlib.resources import files

import pytest

TOKENS = files("qingzhuang.web").joinpath("static", "qz", "tokens.css").read_text(encoding="utf-8")
LIGHT = TOKENS[: TOKENS.index("@media")]
DARK = TOKENS.split(':root[data-theme="dark"]')[1].split("}")[0]
PAIRS = [
    ("ink", "sheet", 7.0),
    ("ink-2", "ground", 7.0),
    ("ink-3", "sunk", 4.5),
    ("accent", "ground", 4.5),
    ("accent", "accent-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("breach", "breach-soft", 4.5),
    ("ask", "ask-soft", 4.5),
    ("edge", "sheet", 3.0),
]


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("front", "back", "least"), PAIRS)
def test_text_and_controls_stand_out(theme: str, front: str, back: str, least: float) -> None:
    values = dict(re.findall(r"--([a-z0-9-]+):\s*(#[0-9a-f]{6})", theme))
    light, dark = sorted((luminance(values[front]), luminance(values[back])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= least
