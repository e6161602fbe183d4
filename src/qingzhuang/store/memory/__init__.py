"""The ledger in memory: the parts that pages look at, and whose they are."""
