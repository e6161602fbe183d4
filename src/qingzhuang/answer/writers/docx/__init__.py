"""Filling a Word document so that only the runs that carry answers change."""

from qingzhuang.answer.writers.docx.filling import fill

__all__ = ["fill"]
