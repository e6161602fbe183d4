"""The words of the field as data: the lexicon, how it is read, and units."""
