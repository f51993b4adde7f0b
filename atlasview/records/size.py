"""Sizes of files in words."""

_UNITS = ((1e9, "GB"), (1e6, "MB"), (1e3, "kB"))


def size_words(size: int) -> str:
    """A number of bytes as a person reads it, `2.8 MB`, in units of 1,000."""
    for unit, name in _UNITS:
        if size >= unit:
            return f"{size / unit:,.1f} {name}"
    return f"{size} B"
