"""Proteins made by hand for what the starter atlas has no example of."""

from dataclasses import replace

from atlasview.records.profile import ProteinDetail
from atlasview.records.protein import Feature, Isoform, Protein
from atlasview.records.sequence import crc64

SEQUENCE = "MKTAYIAKQRQISFVKSHFSRQLEERLGLIEVQAPILSRVGDGTQDNLSGAEKAVQVKVKALPDAQFEVV"
SHORT = SEQUENCE[:30]


def protein(**changes) -> Protein:
    """A reviewed protein of 70 residues."""
    made = Protein(
        id="UniProtKB:P00001",
        accession="P00001",
        secondary=(),
        entry_name="TEST_HUMAN",
        name="Test protein",
        reviewed=True,
        existence=1,
        organism="Homo sapiens",
        taxon=9606,
        gene_symbol="TEST1",
        sequence=SEQUENCE,
        version=2,
        mass=7800,
        crc64=crc64(SEQUENCE),
        family="",
        source="uniprot",
    )
    return replace(made, **changes)


def isoform(number: int, name: str, sequence: str | None, **changes) -> Isoform:
    """An isoform of it; the first is the canonical one."""
    made = Isoform(f"P00001-{number}", "UniProtKB:P00001", name, (), number == 1, (), sequence, "", "uniprot")
    return replace(made, **changes)


def feature(kind: str) -> Feature:
    """A feature on its last residue."""
    return Feature("UniProtKB:P00001", "P00001", 1, kind, 70, 70, "", "", "", "", (), "uniprot")


def detail(*features: Feature, isoforms: tuple[Isoform, ...] = (), **changes) -> ProteinDetail:
    """All that lies on it."""
    return ProteinDetail(protein(**changes), (), isoforms, features, ())
