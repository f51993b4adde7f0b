"""A document of Genular makes an atlas with the ontology of its cell types."""

import json
from pathlib import Path

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from tests.building.public_files import write_hgnc
from tests.building.test_markers import CELLS
from tests.sources.outcomes import written
from tests.sources.samples import GENULAR, WRITTEN, ontology


def test_facts_of_a_document_stand_on_the_gene(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, WRITTEN["genular"], "genular.json")
    written(files, CELLS, "cl.obo")
    report = build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    with AtlasReader(tmp_path / "x.atlas") as reader:
        gene = gene_profile(reader, "HGNC:6005")
    assert [(one.scores.csi, one.context.label) for one in gene.significance] == [(12.5, "Overall")]
    assert {one.marker.score for one in gene.markers} == {3.0, 7.5}
    assert [detail.protein.accession for detail in gene.proteins] == ["Q9HBE4"]
    assert {one.term.id for one in gene.terms} == {"GO:0005125", "Reactome:R-HSA-9020958"}
    assert [(partner.symbol, each.score) for each, partner in gene.interactions] == [("IL7R", 0.9)]
    assert {one.publication.title for one in gene.citations} == {"A paper", "PMID 12759422"}
    (file,) = (one for one in report.files if one.file == "genular.json")
    assert (file.source.read, file.source.kept, file.source.rejected) == (5, 2, 3)
    assert not [one for one in check_atlas(tmp_path / "x.atlas") if "licence" not in one.what]


def test_contexts_are_called_as_ontologies_call_them(tmp_path: Path) -> None:
    files = tmp_path / "files"
    write_hgnc(files)
    scores = [
        {"i": "CL0000084", "c": context, "csi": 2.5}
        for context in ("U0000001", "U0002106", "M0000002", "P0000461", "A")
    ]
    document = {**GENULAR, "singleCellExpressions": {"effectSizes": scores}}
    written(files, json.dumps(document), "genular.json")
    written(files, CELLS, "cl.obo")
    written(files, ontology("UBERON", "uberon"), "uberon.obo")
    build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))
    with AtlasReader(tmp_path / "x.atlas") as reader:
        labels = {one.context.id: one.context.label for one in gene_profile(reader, "HGNC:6005").significance}
    assert labels.pop("UBERON:0000001") not in ("", "UBERON:0000001")
    assert labels == {
        "MONDO:0000002": "MONDO:0000002",
        "PATO:0000461": "healthy",
        "UBERON:0002106": "spleen",
        "overall": "Overall",
    }
