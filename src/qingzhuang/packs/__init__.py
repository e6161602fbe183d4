"""The law as code: one folder an instrument, with document.toml, articles.yaml and rules/<the ill>.py."""
