"""Filling a spreadsheet package so that only the cells that carry answers change."""

from qingzhuang.answer.writers.xlsx.template import Template, fill, where

__all__ = ["Template", "fill", "where"]
