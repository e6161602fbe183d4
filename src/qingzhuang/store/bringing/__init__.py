"""Files that bring facts into the ledger, and taking them back."""
