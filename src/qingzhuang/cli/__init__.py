"""`qz`: one file a command."""
