"""What each locus type of HGNC means, in one sentence."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LocusType:
    """`name` as the line under a gene's symbol says it, `short` and `meaning` as the overview says it.

    makes_protein  None where such genes may or may not
    """

    name: str
    short: str
    meaning: str
    makes_protein: bool | None = False

    @property
    def with_article(self) -> str:
        """The name within a sentence: `a pseudogene`, `an RNA gene cluster`."""
        small = self.name if self.name[1:2].isupper() else self.name[:1].lower() + self.name[1:]
        return f"{'an' if small[:1] in 'aeiou' or small.startswith('RNA') else 'a'} {small}"


_RNA = "its transcript works as RNA and is not read into a protein"
TYPES = {
    "gene with protein product": LocusType(
        "Protein-coding gene", "Protein-coding", "its transcript is read into a protein", makes_protein=True
    ),
    "RNA, long non-coding": LocusType(
        "Long non-coding RNA gene", "Long non-coding RNA", "its transcript is not read into a protein"
    ),
    "RNA, micro": LocusType(
        "MicroRNA gene", "MicroRNA", "its short RNA pairs with messenger RNAs and holds back their reading"
    ),
    "RNA, cluster": LocusType("RNA gene cluster", "RNA cluster", "several RNA genes that lie together"),
    "RNA, ribosomal": LocusType("Ribosomal RNA gene", "Ribosomal RNA", "its RNA is a part of the ribosome"),
    "RNA, small nuclear": LocusType(
        "Small nuclear RNA gene", "Small nuclear RNA", "its RNA works in the nucleus, mostly in splicing"
    ),
    "RNA, small nucleolar": LocusType(
        "Small nucleolar RNA gene", "Small nucleolar RNA", "its RNA guides the chemical marking of other RNAs"
    ),
    "RNA, small cytoplasmic": LocusType("Small cytoplasmic RNA gene", "Small cytoplasmic RNA", _RNA),
    "RNA, transfer": LocusType("Transfer RNA gene", "Transfer RNA", "its RNA carries an amino acid to the ribosome"),
    "RNA, vault": LocusType("Vault RNA gene", "Vault RNA", "its RNA is a part of the vault particle"),
    "RNA, Y": LocusType("Y RNA gene", "Y RNA", "its small RNA is a part of the Ro particle"),
    "RNA, misc": LocusType("RNA gene", "RNA of another kind", _RNA),
    "pseudogene": LocusType(
        "Pseudogene", "Pseudogene", "it resembles a gene and no longer makes the product of that gene"
    ),
    "RNA, pseudogene": LocusType(
        "RNA pseudogene", "RNA pseudogene", "it resembles an RNA gene and no longer makes its RNA"
    ),
    "T cell receptor gene": LocusType(
        "T cell receptor gene segment",
        "T cell receptor segment",
        "T cells join it with others into the gene of a receptor chain",
        makes_protein=True,
    ),
    "T cell receptor pseudogene": LocusType(
        "T cell receptor pseudogene", "T cell receptor pseudogene", "a receptor segment that makes no working chain"
    ),
    "immunoglobulin gene": LocusType(
        "Immunoglobulin gene segment",
        "Immunoglobulin segment",
        "B cells join it with others into the gene of an antibody chain",
        makes_protein=True,
    ),
    "immunoglobulin pseudogene": LocusType(
        "Immunoglobulin pseudogene", "Immunoglobulin pseudogene", "an antibody segment that makes no working chain"
    ),
    "protocadherin": LocusType(
        "Protocadherin gene",
        "Protocadherin",
        "one of a row of variable first exons that share the constant ones",
        makes_protein=True,
    ),
    "complex locus constituent": LocusType(
        "Part of a complex locus",
        "Part of a complex locus",
        "a transcription unit that shares its locus with others",
        makes_protein=None,
    ),
    "readthrough": LocusType(
        "Readthrough", "Readthrough", "one transcript that runs through neighbouring genes", makes_protein=None
    ),
    "endogenous retrovirus": LocusType(
        "Endogenous retrovirus",
        "Endogenous retrovirus",
        "what a virus once left in the inherited genome",
        makes_protein=None,
    ),
    "transposable element": LocusType(
        "Transposable element", "Transposable element", "a stretch that could once copy itself to other places"
    ),
    "virus integration site": LocusType(
        "Virus integration site", "Virus integration site", "a place where a virus enters the genome"
    ),
    "fragile site": LocusType(
        "Fragile site", "Fragile site", "a place where the chromosome tends to break when copied under stress"
    ),
    "phenotype only": LocusType(
        "Phenotype only", "Phenotype only", "a trait was mapped here and its gene is not known"
    ),
    "region": LocusType("Region", "Region", "a stretch of the genome that was named as a whole"),
    "unknown": LocusType("Gene of unknown type", "Unknown", "it is not settled what it makes", makes_protein=None),
}
"""HGNC's words for a type -> what they mean."""
_NOT_OF_HGNC = {"ncRNA": LocusType("Non-coding RNA gene", "Non-coding RNA", _RNA)}
"""The same for a word of NCBI Gene that none of HGNC's means."""


def locus_type(words: str) -> LocusType:
    """What the words of HGNC or NCBI Gene for a type mean; other words stand for themselves."""
    if found := TYPES.get(words) or _NOT_OF_HGNC.get(words):
        return found
    return LocusType(words or "Gene", words or "Not given", "the source says no more about it", makes_protein=None)


def known(words: str) -> bool:
    """Whether words are one of HGNC's locus types."""
    return words in TYPES
