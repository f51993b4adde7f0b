"""VCF whose variants carry consequences for proteins: CSQ of VEP or ANN of SnpEff, as the header defines them."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.hgvs import protein_change
from atlasview.sources.opened import SourceFile
from atlasview.sources.protein_variant import NO_CHANGE, NO_HGVS, reference_id, variant
from atlasview.sources.rejection import Filtered
from atlasview.sources.species import HUMAN
from atlasview.sources.taken import Outcome, Taken

_INFO = re.compile(r"##INFO=<ID=(?P<id>CSQ|ANN|vep),.*Description=\"(?P<said>[^\"]*)\"")
_NAMES = {
    "allele": ("Allele",),
    "symbol": ("SYMBOL", "Gene_Name"),
    "gene": ("Gene", "Gene_ID"),
    "transcript": ("Feature", "Feature_ID"),
    "protein": ("ENSP",),
    "change": ("HGVSp", "HGVS.p"),
    "canonical": ("CANONICAL",),
    "mane": ("MANE_SELECT", "MANE"),
}
"""Fields of an annotation as VEP and SnpEff call them."""


class _Annotations:
    """The fields of an annotation, from the line of the header that defines them."""

    def __init__(self, identifier: str, said: str) -> None:
        self.sign = f"{identifier}="
        fields = [field.strip(" '\"") for field in said.rpartition("Format:")[2].split("|")]
        if "Functional annotations:" in said:
            fields = [field.strip(" '\"") for field in said.partition("Functional annotations:")[2].split("|")]
        self._at = {
            name: next((fields.index(one) for one in names if one in fields), -1) for name, names in _NAMES.items()
        }

    @property
    def complete(self) -> bool:
        """Whether a change and a gene can be read."""
        return self._at["change"] >= 0 and max(self._at["symbol"], self._at["gene"]) >= 0

    def of(self, info: str) -> list[dict[str, str]]:
        """The annotations of a row by the names of their fields."""
        cell = next((part for part in info.split(";") if part.startswith(self.sign)), "")
        return [self._named(one.split("|")) for one in cell[len(self.sign) :].split(",") if one]

    def _named(self, values: list[str]) -> dict[str, str]:
        return {name: values[at].strip() if 0 <= at < len(values) else "" for name, at in self._at.items()}


def _read(file: SourceFile) -> Iterator[Outcome]:
    annotations: _Annotations | None = None
    human = file.taxon in (None, HUMAN)
    for number, line in file.lines():
        if line.startswith("##"):
            if found := _INFO.match(line):
                annotations = _Annotations(found["id"], found["said"])
            continue
        if line.startswith("#"):
            if annotations is None or not annotations.complete:
                raise file.refused(
                    "its header defines no consequences for proteins (CSQ of VEP or ANN of SnpEff, with HGVS)",
                    number,
                    "annotate it with VEP (--hgvs --symbol) or SnpEff first",
                )
        elif line.strip():
            if annotations is None:
                raise file.refused("there is no header of a VCF", number, "fetch the file again")
            yield (
                _outcome(file, number, line.split("\t"), annotations) if human else Filtered(number, "another organism")
            )


def _outcome(file: SourceFile, number: int, cells: list[str], annotations: _Annotations) -> Outcome:
    if len(cells) < 8:
        return file.rejected(number, "fewer cells than a VCF has columns", f"{len(cells)} instead of 8")
    dbsnp = next((name for name in cells[2].split(";") if name.startswith("rs")), "")
    chosen = _chosen(annotations.of(cells[7]))
    records: list[Any] = []
    odd = ""
    for one in chosen:
        name = unquote(one["change"]).rpartition(":")
        try:
            change = protein_change(name[2])
        except ValueError:
            odd = name[2]
            continue
        isoform = reference_id(name[0]) or reference_id(one["protein"]) or reference_id(one["transcript"])
        records.append(variant(_gene(one), change, file.source, isoform, dbsnp=dbsnp))
    if not records:
        return file.rejected(number, NO_HGVS, odd) if odd else Filtered(number, NO_CHANGE)
    return Taken(number, records)


def _gene(one: dict[str, str]) -> str:
    if one["gene"].startswith("ENSG"):
        return f"ENSEMBL:{one['gene']}"
    return f"NCBIGene:{one['gene']}" if one["gene"].isdecimal() else f"symbol:{one['symbol']}"


def _chosen(found: list[dict[str, str]]) -> list[dict[str, str]]:
    """One annotation for each allele and gene: that of MANE Select, else the canonical one, else the first."""
    best: dict[tuple[str, str], dict[str, str]] = {}
    for one in found:
        if not one["change"] or not (one["symbol"] or one["gene"]):
            continue
        key = one["allele"], one["gene"] or one["symbol"]
        if key not in best or _rank(one) > _rank(best[key]):
            best[key] = one
    return list(best.values())


def _rank(one: dict[str, str]) -> tuple[bool, bool]:
    return bool(one["mane"]), one["canonical"] == "YES"


def _is_vcf(head: Head) -> bool:
    return head.first.startswith("##fileformat=VCF")


FORMATS = (
    Format(
        key="vcf",
        title="VCF with consequences for proteins",
        database="own-variants",
        turn=Turn.TIES,
        adds="variants of proteins, of each alternative allele",
        recognises=_is_vcf,
        read=_read,
    ),
)
