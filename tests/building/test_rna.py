"""Annotations of RNAs reach their genes by the identifiers that HGNC lists."""

from pathlib import Path

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish

HGNC = """hgnc_id	symbol	name	locus_type	status	date_modified	mirbase	rna_central_id
HGNC:31476	MIR1-1	microRNA 1-1	RNA, micro	Approved	2024-01-02	MI0000651	URS0000000001
HGNC:31477	MIR1-2	microRNA 1-2	RNA, micro	Approved	2024-01-02	MI0000437	URS0000000001
"""
GAF_ROW = (
    *("RNAcentral", "URS0000000001_9606", "MIR1", "involved_in", "GO:0035195", "PMID:1", "IDA", "", "P", "", ""),
    *("miRNA", "taxon:9606", "20200101", "BHF-UCL", "", ""),
)
PAGE = "https://reactome.org/PathwayBrowser/#/R-HSA-9768919"
REACTOME_ROW = ("MI0000651", "R-HSA-9768919", PAGE, "A pathway", "IEA", "Homo sapiens")


def tabs(row: tuple[str, ...]) -> str:
    return "\t".join(row) + "\n"


def test_by_rnacentral_and_mirbase(tmp_path: Path):
    rows = {"goa.gaf": f"!gaf-version: 2.2\n{tabs(GAF_ROW)}", "miRBase2Reactome.txt": tabs(REACTOME_ROW)}
    for name, text in {"hgnc.txt": HGNC, **rows}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    target = tmp_path / "rna.atlas"
    report = build_from_files(find_inputs([str(tmp_path)]), Wish(target, jobs=1))
    assert not [one for file in report.files for one in file.unmatched]
    assert check_atlas(target) == ()
    with AtlasReader(target) as reader:
        terms = {
            gene: {link.term.id for link in gene_profile(reader, gene).terms} for gene in ("HGNC:31476", "HGNC:31477")
        }
    assert terms == {"HGNC:31476": {"GO:0035195", "Reactome:R-HSA-9768919"}, "HGNC:31477": {"GO:0035195"}}
