"""One reader a file format: bytes in, neutral sheets out."""
