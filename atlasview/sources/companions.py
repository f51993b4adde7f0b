"""Files that say what the identifiers of other files mean."""

from atlasview.sources.format import Companion

_WITH_IDENTIFIERS = ("uniprot-text", "uniprot-xml", "uniprot-json")
ENTRIES = Companion((*_WITH_IDENTIFIERS, "uniprot-tsv", "uniprot-fasta", "genular"), "entries of UniProt")
REACTOME_PATHWAYS = Companion(("reactome-pathways",), "ReactomePathways.txt")
STRING_NAMES = Companion(
    (
        *("string-aliases", "string-info", "ensembl-xrefs"),
        *(*_WITH_IDENTIFIERS, "uniprot-idmapping", "uniprot-idmapping-selected"),
    ),
    "STRING's protein.aliases or protein.info",
)
