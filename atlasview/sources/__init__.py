"""Public formats: a file in, records out, with what was rejected and why."""
