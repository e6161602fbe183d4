"""Programs outside that turn files into others: LibreOffice, where it is installed."""
