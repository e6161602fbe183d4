"""The vocabulary: frozen dataclasses that every room speaks. Imports nothing of ours. See docs/words.md."""
