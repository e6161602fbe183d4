"""Notices and letters: from the bytes of a .docx, .doc, .txt, .html or .pdf to one text whose every offset has a place."""
