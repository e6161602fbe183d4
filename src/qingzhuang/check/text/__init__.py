"""Reads a Chinese text (notice, group message, letter, news, regulation) for the practices that it orders. No model."""

from qingzhuang.check.text.cases import cases
from qingzhuang.check.text.practice import Label, Practice, Stance
from qingzhuang.check.text.read import mentions, practices
from qingzhuang.check.text.rewrite import rewrite, rewritten

__all__ = ["Label", "Practice", "Stance", "cases", "mentions", "practices", "rewrite", "rewritten"]
