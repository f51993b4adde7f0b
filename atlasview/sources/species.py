"""Species by taxon: their names, and the letters by which Reactome marks theirs."""

HUMAN = 9606

_SPECIES = {
    3702: ("Arabidopsis thaliana", "ATH"),
    9913: ("Bos taurus", "BTA"),
    6239: ("Caenorhabditis elegans", "CEL"),
    9615: ("Canis familiaris", "CFA"),
    7955: ("Danio rerio", "DRE"),
    44689: ("Dictyostelium discoideum", "DDI"),
    7227: ("Drosophila melanogaster", "DME"),
    9031: ("Gallus gallus", "GGA"),
    9606: ("Homo sapiens", "HSA"),
    10090: ("Mus musculus", "MMU"),
    1773: ("Mycobacterium tuberculosis", "MTU"),
    4530: ("Oryza sativa", "OSA"),
    5833: ("Plasmodium falciparum", "PFA"),
    10116: ("Rattus norvegicus", "RNO"),
    4932: ("Saccharomyces cerevisiae", "SCE"),
    4896: ("Schizosaccharomyces pombe", "SPO"),
    9823: ("Sus scrofa", "SSC"),
    59729: ("Taeniopygia guttata", "TGU"),
    8364: ("Xenopus tropicalis", "XTR"),
}


def species_name(taxon: int | None) -> str:
    """Scientific name, empty for a taxon that is not listed and for all taxa (None)."""
    return _SPECIES[taxon][0] if taxon in _SPECIES else ""


def reactome_prefix(taxon: int | None) -> str:
    """How Reactome's identifiers of a taxon begin: `R-HSA-`; `R-` for all taxa, and `R-?-` for one it does not have."""
    if taxon is None:
        return "R-"
    return f"R-{_SPECIES[taxon][1]}-" if taxon in _SPECIES else "R-?-"
