"""`qz check`: the command, how files are read for it, and the forms in which it speaks."""
