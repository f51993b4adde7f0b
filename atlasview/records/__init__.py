"""The nouns of AtlasView: frozen dataclasses of the standard library, one module per subject.

Coordinates are 1-based and closed. Identifiers are CURIEs (`HGNC:6005`, `UniProtKB:Q9HBE4`).
`source` always holds the key of a `records.source.Source` of the same atlas.
What was not measured is `None`; an empty text means that the source says nothing.
"""
