"""Indicator definitions in a form's notes (指标解释, 填表说明) as data."""
