"""GO annotation files of every version that is in use, against Biopython's reader."""

import gzip
from pathlib import Path

import pytest
from Bio.UniProt.GOA import gafiterator

from atlasview.records.term import GeneTerm
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told, written

ROW = (
    "UniProtKB\tP16871\tIL7R\t{qualifier}\tGO:0004917\t{reference}\tIDA\t\tF\tInterleukin-7 receptor\tIL7R\tprotein\t"
    "{taxon}\t20200222\tUniProt"
)


def row(qualifier: str = "", reference: str = "PMID:1", taxon: str = "taxon:9606", product: str = "P16871") -> str:
    text = ROW.format(qualifier=qualifier, reference=reference, taxon=taxon)
    return text.replace("UniProtKB\tP16871", product) if "\t" in product else text.replace("P16871", product)


def links(path: Path) -> list[GeneTerm]:
    found: list[GeneTerm] = outcomes(path).of(GeneTerm)
    return found


@pytest.mark.parametrize("version", ["2.0", "2.1", "2.2"])
@pytest.mark.parametrize("qualifier", ["", "NOT|enables", "contributes_to", "NOT|acts_upstream_of|involved_in"])
def test_a_row_gives_the_annotation_with_its_qualifiers(tmp_path: Path, version: str, qualifier: str) -> None:
    path = written(tmp_path, f"!gaf-version: {version}\n!\n{row(qualifier)}\t\tUniProtKB:P16871-2\n")
    assert links(path) == [GeneTerm("UniProtKB:P16871", "GO:0004917", qualifier, "IDA", "PMID:1", "UniProt", "here")]


@pytest.mark.parametrize(
    ("product", "gene"),
    [
        ("UniProtKB\tP16871-2", "UniProtKB:P16871"),
        ("UniProtKB\tP16871:PRO_0000010904", "UniProtKB:P16871"),
        ("RNAcentral\tURS00000AF93C_9606", "RNAcentral:URS00000AF93C"),
        ("HGNC\tHGNC:6024", "HGNC:6024"),
        ("NCBI_Gene\t3575", "NCBIGene:3575"),
        ("ENSEMBL\tENSG00000168685.14", "ENSEMBL:ENSG00000168685"),
    ],
)
def test_gene_products_are_named_by_what_leads_to_their_gene(tmp_path: Path, product: str, gene: str) -> None:
    (link,) = links(written(tmp_path, f"!gaf-version: 2.2\n{row(product=product)}\t\t\n"))
    assert link.gene == gene


@pytest.mark.parametrize(
    ("given", "taken"),
    [
        ("MGI:MGI:123|PMID:9", "PMID:9"),
        ("REACTOME:R-HSA-1", "Reactome:R-HSA-1"),
        ("GO_REF:0000043", "GO_REF:0000043"),
    ],
)
def test_a_paper_is_taken_before_other_references(tmp_path: Path, given: str, taken: str) -> None:
    (link,) = links(written(tmp_path, f"!gaf-version: 2.2\n{row(reference=given)}\n"))
    assert link.reference == taken


def test_complexes_and_other_organisms_are_left_out(tmp_path: Path) -> None:
    rows = [
        row(product="ComplexPortal\tCPX-1"),
        row(taxon="taxon:10090"),
        row(taxon="taxon:96061"),
        row(taxon="taxon:10090|taxon:9606"),
        row(taxon="taxon:9606|taxon:10090"),
    ]
    found = outcomes(written(tmp_path, "\n".join(["!gaf-version: 2.1", *rows])))
    assert [(one.line, one.reason) for one in found.filtered] == [
        (2, "annotates a complex, not a gene"),
        (3, "another organism"),
        (4, "another organism"),
        (5, "another organism"),
    ]
    assert [one.line for one in found.taken] == [6]


def test_rows_that_cannot_be_right_are_rejected(tmp_path: Path) -> None:
    text = f"!gaf-version: 2.2\nUniProtKB\tP16871\tIL7R\n{row().replace('GO:', 'XX:')}\n\n"
    found = outcomes(written(tmp_path, text))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (2, "fewer than 15 columns"),
        (3, "no gene product or no GO term"),
    ]


def test_gaf_1_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="GAF 1 is not read"):
        outcomes(written(tmp_path, f"!gaf-version: 1.0\n{row()}\n"))


def test_a_file_without_header_is_told_by_its_columns(tmp_path: Path) -> None:
    assert told(written(tmp_path, f"{row()}\t\t\n")) == "gaf"


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "rows", "date"),
    [("goa_human_head_gaf22.gaf", 10, "2021-12-16"), ("goa_human_2020-03-23.gaf.gz", 4, "2020-03-23")],
)
def test_real_files_agree_with_biopython(shared: Path, tmp_path: Path, name: str, rows: int, date: str) -> None:
    path = shared / "data/go" / name
    raw = path.read_bytes()
    text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode()
    plain = written(tmp_path, text.replace("!gaf-version: 2.2", "!gaf-version: 2.1"))
    found = outcomes(path)
    assert (found.read, len(found.taken), found.file.date) == (rows, rows, date)
    with plain.open() as handle:
        theirs = [
            GeneTerm(
                f"UniProtKB:{one['DB_Object_ID']}",
                one["GO_ID"],
                "|".join(one["Qualifier"]),
                one["Evidence"],
                one["DB:Reference"][0],
                one["Assigned_By"],
                "here",
            )
            for one in gafiterator(handle)
        ]
    assert found.records == theirs
