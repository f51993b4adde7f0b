"""Genular's documents of genes."""

import json
from pathlib import Path

import pytest

from atlasview.records.disease import DiseaseAssociation
from atlasview.records.gene import Gene
from atlasview.records.interaction import Interaction
from atlasview.records.marker import Marker
from atlasview.records.protein import Protein
from atlasview.records.publication import Citation
from atlasview.records.reference import CrossReference
from atlasview.records.sequence import crc64
from atlasview.records.significance import Significance
from atlasview.records.term import GeneTerm, Term
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, written
from tests.sources.samples import GENULAR, WRITTEN


def test_the_gene_with_its_identifiers_terms_diseases_and_papers(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, WRITTEN["genular"]))
    assert (found.format, found.file.date) == ("genular", "2024-05-06")
    (gene,) = found.of(Gene)
    assert (gene.id, gene.symbol, gene.locus_type) == ("HGNC:6005", "IL21", "gene with protein product")
    assert (gene.location.band, gene.location.start) == ("4q27", None)
    own = [(one.database, one.id) for one in found.of(CrossReference) if one.subject == "HGNC:6005"]
    assert own == [("NCBIGene", "59067"), ("ENSEMBL", "ENSG00000138684"), ("OMIM", "605384")]
    assert [one.disease for one in found.of(DiseaseAssociation)] == ["OMIM:615767"]
    assert [(one.id, one.category) for one in found.of(Term)] == [
        ("GO:0005125", "molecular_function"),
        ("Reactome:R-HSA-9020958", "pathway"),
    ]
    assert [(one.term, one.reference) for one in found.of(GeneTerm)] == [
        ("GO:0005125", "PMID:11081504"),
        ("Reactome:R-HSA-9020958", ""),
    ]
    cited = [one.publication for one in found.of(Citation) if one.subject == "HGNC:6005"]
    assert cited == ["PMID:11081504", "PMID:12759422"]


def test_a_marker_score_is_no_csi(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, WRITTEN["genular"]))
    assert [(one.tissue, one.score, one.evidence) for one in found.of(Marker)] == [
        ("", 7.5, "marker score"),
        ("UBERON:0002048", 3, "marker score"),
    ]
    (scores,) = found.of(Significance)
    assert (scores.cell_type, scores.context, scores.csi, scores.rcsi, scores.prs, scores.delta, scores.p) == (
        "CL:0000084", "overall", 12.5, 80, 99.5, 0.4, 1e-9,
    )  # fmt: skip
    assert (scores.fold_change, scores.dataset) == (None, "Genular")


def test_a_marker_score_of_the_healthy_is_of_no_tissue(tmp_path: Path) -> None:
    codes = ("A", "U0002048", "M0005147", "P0000461")
    pieces = [{"i": "CL0000084", "c": code, "s": 1.5} for code in codes]
    document = {**GENULAR, "singleCellExpressions": {"effectSizes": pieces}}
    found = outcomes(written(tmp_path, json.dumps(document)))
    assert [(one.tissue, one.condition) for one in found.of(Marker)] == [
        ("", ""),
        ("UBERON:0002048", ""),
        ("", "MONDO:0005147"),
        ("", "PATO:0000461"),
    ]


def test_a_protein_with_its_partners(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, WRITTEN["genular"]))
    (protein,) = found.of(Protein)
    assert (protein.id, protein.secondary, protein.reviewed) == ("UniProtKB:Q9HBE4", ("A5J0L4",), True)
    assert (protein.sequence, protein.crc64, protein.mass) == ("MRSSP", crc64("MRSSP"), 600)
    assert [one.partner for one in found.of(Interaction)] == ["UniProtKB:P16871"]
    known = {(one.database, one.id) for one in found.of(CrossReference) if one.subject == protein.id}
    assert known == {("PDB", "2OQP"), ("PDB", "3TGX"), ("RefSeq", "NP_068575")}


def test_what_is_not_taken_is_told(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, WRITTEN["genular"]))
    assert [one.reason for one in found.rejected] == [
        "a protein without accession",
        "the context is neither overall nor a tissue or disease",
        "the cell type is no term of the Cell Ontology (CL:0000084)",
    ]
    assert any("novelty" in one for one in found.file.remarks)
    assert any("genePos (no assembly is said)" in one and "proteinMotifs" in one for one in found.file.remarks)
    assert any("partners of proteins" in one for one in found.file.remarks)


@pytest.mark.parametrize("shape", ["bare", "list"])
def test_a_bare_document_and_a_list_hold_the_same(tmp_path: Path, shape: str) -> None:
    whole = outcomes(written(tmp_path, WRITTEN["genular"]))
    text = json.dumps(GENULAR if shape == "bare" else [GENULAR])
    found = outcomes(written(tmp_path, text, "other.json"))
    assert (found.format, found.records) == ("genular", whole.records)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"length": 6}, "the sequence contradicts its length"),
        ({"checksum": "0123456789ABCDEF"}, "the sequence contradicts its CRC64"),
        ({"sequence": "M R"}, "an entry without a sequence"),
    ],
)
def test_a_sequence_that_contradicts_itself_costs_its_protein(tmp_path: Path, change: dict, reason: str) -> None:
    document = json.loads(json.dumps(GENULAR))
    document["protein"][0]["sequence"] |= change
    found = outcomes(written(tmp_path, json.dumps(document)))
    assert found.rejected[0].reason == reason
    assert found.of(Gene) and not found.of(Protein)


def test_other_organisms_and_documents_of_another_build(tmp_path: Path) -> None:
    mouse = GENULAR | {"tax": {"id": 10090}}
    nameless = GENULAR | {"geneID": None, "crossReference": {}}
    found = outcomes(written(tmp_path, json.dumps({"results": [mouse, nameless, GENULAR | {"chrom": 7}, 5]})))
    assert [one.reason for one in found.filtered] == ["another organism"]
    assert [one.reason for one in found.rejected] == [
        "no identifier of a gene",
        "a document that is not built as Genular builds them",
        "a document that is not built as Genular builds them",
    ]


def test_a_file_that_breaks_off_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputRefused, match="breaks off or is no JSON"):
        outcomes(written(tmp_path, json.dumps(GENULAR)[:-30]))


def test_a_term_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    terms = [{"id": "GO0005125", "term": "x", "cat": 0}, {"id": "KEGG1", "term": "y", "cat": 1}, {"id": "GO0005126"}]
    found = outcomes(written(tmp_path, json.dumps({**GENULAR, "ontology": terms})))
    assert [one.id for one in found.of(Term)] == ["GO:0005125"]
    told = [
        (one.reason, one.detail) for one in found.rejected if "term" in one.reason and "cell type" not in one.reason
    ]
    assert told == [
        ("a term that is neither of GO nor of Reactome", "HGNC:6005 KEGG1"),
        ("a term without its category", "HGNC:6005 GO0005126"),
    ]
