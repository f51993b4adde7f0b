"""Organisms by the ending of UniProt's entry names (`IL21_HUMAN`), where nothing else tells them."""

_TAXA = {
    "ARATH": 3702,
    "BOVIN": 9913,
    "CAEEL": 6239,
    "CANLF": 9615,
    "CHICK": 9031,
    "DANRE": 7955,
    "DROME": 7227,
    "HUMAN": 9606,
    "MOUSE": 10090,
    "PIG": 9823,
    "RABIT": 9986,
    "RAT": 10116,
    "SCHPO": 284812,
    "XENLA": 8355,
    "XENTR": 8364,
    "YEAST": 559292,
}


def is_of(taxon: int | None, said: str, entry_name: str) -> bool:
    """Whether an entry is of the taxon, by its own word for the taxon, else by its name; what cannot be told is."""
    if taxon is None:
        return True
    if said.strip():
        return said.strip() == str(taxon)
    ending = entry_name.rpartition("_")[2]
    if ending in _TAXA:
        return _TAXA[ending] == taxon
    # An ending that is not listed here is no listed organism's.
    return not ending or taxon not in _TAXA.values()
