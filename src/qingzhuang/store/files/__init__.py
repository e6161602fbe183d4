"""Where files lie, sealed: in a folder beside the ledger, or in a bucket elsewhere (decision 0022)."""
