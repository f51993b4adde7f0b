"""Gathers the tables of the starter atlas from public files; each module knows one kind of file."""
