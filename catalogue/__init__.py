"""Keeps the catalogues of the English pages in step with the source: `python -m catalogue`."""
