"""Blank forms of the invented bureaus: data, drawn once for spreadsheets and once for text documents."""
