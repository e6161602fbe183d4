"""The ledger: whom and what a post knows, with source, day and expiry; conflicts, what to look at again, sheets."""
