"""What makes a file an atlas: its numbers in SQLite's header, and the versions of the schema that can be read."""

SUFFIX = ".atlas"
APPLICATION_ID = 0x41564157
"""`AVAW` in ASCII, at byte 68 of the file."""
SCHEMA_VERSION = 6
"""Schema that the builder writes, at byte 60 of the file."""
OLDEST_READABLE = 6

SEAL_LENGTH = 64
SEAL_PLACEHOLDER = "seal-of-this-atlas-is-written-here-once-the-file-is-complete----"
"""Stands in the manifest until the file is closed and its checksum is known."""
