"""The embedded engine: an SQLite FTS5 index in a file of its own, no server."""
