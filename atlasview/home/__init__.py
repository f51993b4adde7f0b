"""What AtlasView keeps in its home folder: settings, the log, and reports of its own mistakes."""
