"""Check: is a demand lawful? Rules are predicates over the known facts of a case; texts are read into cases first."""
