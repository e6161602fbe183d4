"""Formulas of forms: their tokens, their references when rows move, and the values of the simple ones."""
