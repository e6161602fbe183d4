"""The ledger's rows: written, read, decided about."""
