"""Proteins, their isoforms and the features on their sequences."""

import re
from dataclasses import dataclass

_NOTE = re.compile(r"(?:^|(?<=[.;\]] ))Note=")


@dataclass(frozen=True, slots=True)
class ProteinName:
    """A name of a protein; kind is `recommended`, `short`, `alternative`, `CD antigen`, `EC`, ..."""

    protein: str
    kind: str
    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Protein:
    """A protein by its primary UniProt accession; `id` is `UniProtKB:Q9HBE4`.

    existence  1 protein, 2 transcript, 3 homology, 4 predicted, 5 uncertain; 0 where the source does not say it
    version    version of the sequence, as in the FASTA header's SV=; 0 where the source does not say it
    mass       in Da, of the unprocessed chain, as published
    crc64      as published; equals `crc64(sequence)`, which the build checks
    organism   scientific name
    """

    id: str
    accession: str
    secondary: tuple[str, ...]
    entry_name: str
    name: str
    reviewed: bool
    existence: int
    organism: str
    taxon: int
    gene_symbol: str
    sequence: str
    version: int
    mass: int | None
    crc64: str
    family: str
    source: str

    @property
    def length(self) -> int:
        """Number of residues."""
        return len(self.sequence)


@dataclass(frozen=True, slots=True)
class Isoform:
    """One sequence of a protein; `id` is `Q9HBE4-2`.

    differences  feature ids (VSP_...) that lead from the canonical sequence to this one, empty for the canonical
    sequence     None where the source describes the isoform without giving its sequence
    """

    id: str
    protein: str
    name: str
    synonyms: tuple[str, ...]
    canonical: bool
    differences: tuple[str, ...]
    sequence: str | None
    note: str
    source: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """Evidence code with what it rests on: `ECO:0000269`, `PMID:11081504` (or `PDB:2OQP`, `UniProtKB:...`, empty)."""

    code: str
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """Something at a place of a sequence, by UniProt's feature key.

    sequence     accession, or isoform id where the feature lies on one (`O75494-3`)
    ordinal      position in its entry, from 1; with `sequence` the key
    start, end   1-based closed; None where unknown (`?`)
    start_sign   `<` (before), `?` (uncertain) or empty; end_sign has `>` and `?`
    id           the source's own (`VAR_071292`), empty for none
    """

    protein: str
    sequence: str
    ordinal: int
    type: str
    start: int | None
    end: int | None
    start_sign: str
    end_sign: str
    description: str
    id: str
    evidence: tuple[Evidence, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Comment:
    """What a source says of a protein in words.

    topic     UniProt's: `FUNCTION`, `SUBUNIT`, `SUBCELLULAR LOCATION`, `TISSUE SPECIFICITY`, `DISEASE`, ...
    molecule  the isoform or chain that it is said of, empty for the protein as a whole
    text      without evidence tags
    """

    protein: str
    topic: str
    molecule: str
    text: str
    evidence: tuple[Evidence, ...]
    source: str

    @property
    def words(self) -> str:
        """The text for people: without UniProt's `Note=` in front of what is added in sentences."""
        return _NOTE.sub("", self.text)


@dataclass(frozen=True, slots=True)
class GeneProtein:
    """`protein` (UniProtKB CURIE) is a product of `gene`."""

    gene: str
    protein: str
    source: str
