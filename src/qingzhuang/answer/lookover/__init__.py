"""Looking a filled form over before it goes out: what a person should see once, cell by cell. Nothing is changed."""

from qingzhuang.answer.lookover.doubt import Alike, Doubt, Kind, alike
from qingzhuang.answer.lookover.look import look_over

__all__ = ["Alike", "Doubt", "Kind", "alike", "look_over"]
