"""Personal data: found in a text by what numbers prove of themselves and by the words around them, and masked."""
