"""What a label, a title or a definition says by itself, slot by slot."""
