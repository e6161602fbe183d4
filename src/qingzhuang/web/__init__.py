"""Pages: server-rendered, thin."""
