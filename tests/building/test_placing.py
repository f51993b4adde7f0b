"""Variants find the isoform that they count on by their residues; those that fit none say why."""

import gzip
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.placing import NO_CHANGE, NO_PROTEIN, Placing
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.records.packing import packing
from atlasview.records.protein import GeneProtein, Isoform
from atlasview.records.variant import Variant
from atlasview.sources.hgvs import protein_change
from atlasview.sources.protein_variant import variant
from atlasview.sources.residue_fit import misfit
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import rows_of

_CANONICAL, _OTHER = "MKTWLLAR", "MKRWLLARQE"
GENES = {"HGNC:11998": "TP53", "HGNC:8975": "PIK3CA", "HGNC:10295": "RPGR", "HGNC:8979": "PIK3R1"}
_WORD = re.compile(r"[^\t|\"]+")
_GENE = re.compile(r"^GN   Name=([^ ;]+)", re.MULTILINE)
METABRIC = "data/variants/metabric_data_mutations_extended.txt.gz"


def isoform(number: int, sequence: str, canonical: bool) -> Isoform:
    return Isoform(f"P00001-{number}", "UniProtKB:P00001", str(number), (), canonical, (), sequence, "", "uniprot")


_FIRST = isoform(1, _CANONICAL, True)


def placed(name: str, named: str = "", gene: str = "HGNC:1") -> Variant:
    placing = Placing(
        [isoform(2, _OTHER, False), isoform(1, _CANONICAL, True)],
        [GeneProtein("HGNC:1", "UniProtKB:P00001", "uniprot")],
        {"NP_000002": "P00001-2"},
    )
    pack = packing(Variant)
    return pack.unpack(placing.placed(pack.pack(variant(gene, protein_change(name), "maf", named))))


@pytest.mark.parametrize(
    ("name", "named", "where"),
    [
        ("p.T3A", "", ("P00001-1", 3, "T", "")),
        ("p.R3A", "", ("P00001-2", 3, "R", "")),
        ("p.K2_W4del", "", ("P00001-1", 2, "KTW", "")),
        ("p.R3A", "RefSeq:NP_000002.3", ("P00001-2", 3, "R", "")),
        ("p.R3A", "P00001-2", ("P00001-2", 3, "R", "")),
        ("p.T3A", "RefSeq:NP_999999.1", ("P00001-1", 3, "T", "")),
        ("p.*9Qext*3", "", ("P00001-1", 9, "", "")),
        ("p.T3A", "RefSeq:NP_000002.3", ("", None, "T", "residue 3 of P00001-2 is R, not T")),
        ("p.Y3A", "", ("", None, "Y", "residue 3 of P00001-1 is T, not Y")),
        ("p.L90A", "", ("", None, "L", "P00001-1 has no residue 90")),
        ("p.?", "", ("", None, "", NO_CHANGE)),
    ],
)
def test_a_variant_is_placed_or_says_why_not(name: str, named: str, where: tuple[object, ...]) -> None:
    found = placed(name, named)
    assert (found.isoform, found.position, found.ref, found.unplaced) == where
    assert found.hgvs_p == str(protein_change(name))


@pytest.mark.parametrize(
    ("name", "given", "kept"),
    [
        ("p.Thr3_Trp4insGly", ("P00001-1", 3, "T", "TG"), (3, "T", "TG")),
        ("p.Lys2_Thr3dup", ("P00001-1", 3, "T", "TKT"), (3, "T", "TKT")),
        ("p.Thr3_Trp4insGly", ("P00001-1", 3, "R", "RG"), (3, "", "RG")),
        ("p.Thr3_Trp4insGly", ("", None, "", "G"), (3, "", "G")),
    ],
)
def test_what_the_source_says_is_replaced_stands_where_it_is_so(
    name: str, given: tuple[str, int | None, str, str], kept: tuple[int, str, str]
) -> None:
    on, position, ref, alt = given
    placing = Placing([_FIRST], [GeneProtein("HGNC:1", "UniProtKB:P00001", "uniprot")], {})
    pack = packing(Variant)
    said = replace(variant("HGNC:1", protein_change(name), "x", ""), isoform=on, position=position, ref=ref, alt=alt)
    found = pack.unpack(placing.placed(pack.pack(said)))
    assert (found.isoform, found.unplaced) == ("P00001-1", "")
    assert (found.position, found.ref, found.alt) == kept


def test_without_a_protein_of_its_gene_a_variant_waits() -> None:
    found = placed("p.T3A", gene="HGNC:2")
    assert (found.isoform, found.position, found.unplaced) == ("", None, NO_PROTEIN)


def test_both_ends_of_a_stretch_are_looked_at() -> None:
    assert misfit(protein_change("p.K2_L4del"), _CANONICAL) == "residue 4 of {isoform} is W, not L"


def built(target: Path, *given: Path) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, jobs=1))


@pytest.mark.shared
def test_rows_of_the_same_change_are_counted_and_a_protein_names_its_gene(shared: Path, tmp_path: Path) -> None:
    maf, names = tmp_path / "maf.txt", tmp_path / "names.txt"
    row = "IL7R\tMissense_Mutation\tS{}\tp.T244I\n"
    maf.write_text(
        "Hugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n"
        + "".join(map(row.format, range(3)))
        + row.replace("T244I", "W244I")
    )
    names.write_text("NP_002176.2:p.(Ile66Thr)\nENSP00000306157:p.Thr244Ile\nIL7R p.?\n")
    report = built(tmp_path / "a.atlas", write_hgnc(tmp_path), maf, names, shared / "data/uniprot/entries/P16871.txt")
    with AtlasReader(report.path) as reader:
        found = [one for one in gene_profile(reader, "HGNC:6024").variants if one.source in ("maf", "hgvs")]
        assert [(one.source, one.hgvs_p, one.isoform, one.count, one.unplaced) for one in found] == [
            ("hgvs", "p.Ile66Thr", "P16871-1", None, ""),
            ("hgvs", "p.Thr244Ile", "P16871-1", None, ""),
            ("maf", "p.Thr244Ile", "P16871-1", 3, ""),
            ("hgvs", "p.?", "", None, NO_CHANGE),
            ("maf", "p.Trp244Ile", "", 1, "residue 244 of P16871-1 is T, not W"),
        ]
    assert not [one for one in check_atlas(report.path) if one.severity == "error"]


@pytest.mark.shared
def test_metabric_is_placed_where_there_are_proteins_and_the_rest_says_why(
    shared: Path, tmp_path: Path, soak: bool
) -> None:
    data = shared / "data"
    rest = [data / "genes", data / "uniprot"] if soak else mutated_only(data, tmp_path)
    report = built(tmp_path / "m.atlas", *rest, data / "variants")
    (maf,) = (one for one in report.files if one.format == "Mutations of tumours (MAF)")
    account = maf.source
    assert (account.read, account.kept, account.rejected, account.filtered, account.superseded) == (
        17_272,
        17_259,
        3,
        6,
        4,
    )
    assert {reason: times for _fate, reason, times in maf.reasons} == {
        "the change of the protein is not in HGVS": 3,
        "it names no change of a protein": 6,
        "another record says the same": 4,
    }
    with AtlasReader(report.path) as reader:
        variants = [one for noun, one in all_records(reader) if noun is Variant and one.source == account.key]
    reasons: Counter[str] = Counter()
    for one in variants:
        reasons[one.unplaced] += one.count or 0
    assert reasons == {"": 1_794, NO_PROTEIN: 15_465}
    assert counted(variants) == distinct_tumours(shared / METABRIC)
    assert not [one for one in check_atlas(report.path) if one.severity == "error"]


def mutated_only(data: Path, folder: Path) -> list[Path]:
    """HGNC's genes and UniProt's entries of the symbols that METABRIC names, which take a tenth of the time of all."""
    head, *rows = rows_of(data.parent / METABRIC)
    named = {row[head.index("Hugo_Symbol")] for row in rows}
    genes, entries = folder / "genes.txt", folder / "entries.dat"
    with gzip.open(data / "genes/hgnc_complete_set.txt.gz", "rt", encoding="utf-8") as file:
        first = next(file)
        genes.write_text(first + "".join(line for line in file if named & set(_WORD.findall(line))), encoding="utf-8")
    with gzip.open(data / "uniprot/uniprot_sprot_human_extract.dat.gz", "rt", encoding="utf-8") as file:
        kept = (entry for entry in file.read().split("\n//\n") if named & set(_GENE.findall(entry)))
        entries.write_text("".join(f"{entry}\n//\n" for entry in kept), encoding="utf-8")
    return [genes, entries, data / "uniprot/entries/P04637.txt"]


def counted(variants: list[Variant]) -> Counter[str]:
    """Tumours of each gene's changes by what the atlas says of TP53, PIK3CA and a gene without protein."""
    found: Counter[str] = Counter()
    for one in variants:
        found[one.gene] += one.count or 0
    return Counter({gene: found[gene] for gene in GENES})


def distinct_tumours(path: Path) -> Counter[str]:
    """The same by the plainest means; one row of TP53 says `-125fs`, which is no HGVS."""
    head, *rows = rows_of(path)
    symbol, name, sample = map(head.index, ("Hugo_Symbol", "HGVSp_Short", "Tumor_Sample_Barcode"))
    pairs = {(row[symbol], row[name], row[sample]) for row in rows if row[name] != "-125fs"}
    found = Counter(gene for gene, _name, _sample in pairs)
    return Counter({gene: found[given] for gene, given in GENES.items()})
