"""One writer a file format: the issuer's own file with only the answers changed."""
