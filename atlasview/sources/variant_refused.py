"""Tables of the genome's variants that no page of a gene can show: told, and refused with the reason."""

from collections.abc import Iterator

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome


def _refuse_gwas(file: SourceFile) -> Iterator[Outcome]:
    raise file.refused(
        "associations of the GWAS catalogue lie on the genome, most of them between genes, and change no protein",
        remedy="take ClinVar or UniProt for variants of proteins",
    )


def _refuse_constraint(file: SourceFile) -> Iterator[Outcome]:
    raise file.refused(
        "gnomAD's constraint (pLI, LOEUF) is a number of a gene's transcripts, for which an atlas has no place",
        remedy="keep the table beside the atlas",
    )


def _is_gwas(head: Head) -> bool:
    names = {name.upper() for name in head.columns()}
    return {"PUBMEDID", "DISEASE/TRAIT", "SNPS"} <= names


def _is_constraint(head: Head) -> bool:
    names = set(head.columns())
    return {"gene", "transcript"} <= names and bool({"oe_lof_upper", "lof.oe_ci.upper", "pLI", "lof.pLI"} & names)


_NOTHING = "nothing: it has no variants of proteins"
FORMATS = (
    Format("gwas", "GWAS catalogue", "gwas", Turn.TIES, _NOTHING, _is_gwas, _refuse_gwas),
    Format("gnomad-constraint", "gnomAD constraint", "gnomad", Turn.TIES, _NOTHING, _is_constraint, _refuse_constraint),
)
