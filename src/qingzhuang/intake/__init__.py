"""Reads what people really have, as it is."""
