"""What the township already has: the sheets that clerks keep, to be taken into the ledger."""
