"""Qingzhuang 轻装: reads demands as they are, asks each fact once, fills every template, counts the minutes."""

__version__ = "0.1.0"
