"""Columns of many forms gathered into asks."""
