"""From facts to an atlas file: check, rank, write aside, seal, replace."""
