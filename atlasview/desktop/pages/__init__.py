"""Pages: one screen each; pages do not know each other."""
