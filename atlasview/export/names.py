"""Names of files that say what is inside: `IL21_csi_overall_starter-2026.11.svg`."""

import re

from atlasview.records.source import AtlasLabel

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_LONGEST = 120


def file_name(subject: str, *parts: str, label: AtlasLabel, suffix: str) -> str:
    """Name of a file about `subject` (a symbol, accession or identifier), safe on every system.

    `parts` say what is shown, empty ones are left out; `suffix` comes with its dot.
    """
    words = [_safe(word) for word in (subject, *parts, atlas_word(label))]
    stem = "_".join(word for word in words if word)[:_LONGEST].rstrip("._- ")
    return f"{stem}{suffix}"


def atlas_word(label: AtlasLabel) -> str:
    """An atlas in one word: `Starter atlas` of version 2026.11 is `starter-2026.11`."""
    name = re.sub(r"\batlas\b", " ", label.name.casefold())
    return _safe("-".join([*name.split(), *label.version.split()]))


def sequence_name(
    subject: str, label: AtlasLabel, isoform: str = "", residues: str = "", suffix: str = ".fasta"
) -> str:
    """Suggested name of a file of sequences."""
    return file_name(subject, "sequence", isoform, residues, label=label, suffix=suffix)


def citations_name(subject: str, label: AtlasLabel, suffix: str, style: str = "", part: str = "") -> str:
    """Suggested name of a file of citations; `style` of a formatted list, `part` which of the papers it holds."""
    return file_name(subject, "citations", part, style, label=label, suffix=suffix)


def table_name(subject: str, what: str, label: AtlasLabel, suffix: str, *parts: str) -> str:
    """Suggested name of a table; `parts` are what was chosen of it, such as a context."""
    return file_name(subject, what, *parts, label=label, suffix=suffix)


def figure_name(subject: str, view: str, label: AtlasLabel, *parts: str, suffix: str = ".svg") -> str:
    """Suggested name of a figure; `parts` are what the view was set to, such as metric and context."""
    return file_name(subject, view, *parts, label=label, suffix=suffix)


def _safe(text: str) -> str:
    word = re.sub(r"[^\w.+-]+", "-", text.strip()).strip("-.")
    return f"{word}-" if word.casefold() in _RESERVED else word
