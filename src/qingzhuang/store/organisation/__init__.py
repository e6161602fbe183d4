"""Units, accounts and seats, and who comes in with a token."""
