"""Entries of UniProtKB: what flat text, XML and JSON say of a protein, and the records that follow from it."""
