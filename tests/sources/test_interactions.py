"""Interactions of STRING and in PSI-MI TAB: each pair once, scores from 0 to 1, other organisms left out."""

import gzip
from pathlib import Path

import pytest

from atlasview.records.interaction import Interaction
from atlasview.records.publication import Citation
from atlasview.records.reference import CrossReference
from tests.conftest import SHARED
from tests.sources.outcomes import outcomes, rows_of, written
from tests.sources.samples import PSI_MI
from tests.sources.test_tables_in_any_shape import TABLES

STRING = SHARED / "data" / "interactions"


def test_both_directions_are_one_and_itself_stays(tmp_path: Path) -> None:
    rows = "9606.A 9606.B 500\n9606.B 9606.A 500\n9606.C 9606.C 150\n10090.A 10090.B 9\n9606.A 9606.D 1001\n9606.A\n"
    found = outcomes(written(tmp_path, f"protein1 protein2 combined_score\n{rows}"))
    assert found.records == [
        Interaction("STRING:9606.A", "STRING:9606.B", 0.5, (), "here"),
        Interaction("STRING:9606.C", "STRING:9606.C", 0.15, (), "here"),
    ]
    assert [(one.line, one.reason) for one in found.filtered] == [
        (3, "the same pair the other way round"),
        (5, "another organism"),
    ]
    assert [(one.line, one.detail) for one in found.rejected] == [(6, "1001"), (7, "1 instead of 3")]


def test_names_and_aliases_say_which_gene_an_identifier_of_string_is(tmp_path: Path) -> None:
    info = outcomes(written(tmp_path, TABLES["string-info"], "info"))
    assert info.records == [CrossReference("symbol:IL7R", "STRING", "9606.ENSP00000306157", "", "here")]
    rows = "9606.ENSP1\tENSG00000138684\tEnsembl_gene\n9606.ENSP1\tIL-21\tx\n10090.ENSP1\tHGNC:1\tx\n"
    aliases = outcomes(written(tmp_path, TABLES["string-aliases"] + rows, "aliases"))
    assert [(one.subject, one.id) for one in aliases.records] == [
        ("HGNC:6005", "9606.ENSP00000264497"),
        ("ENSEMBL:ENSG00000138684", "9606.ENSP1"),
    ]
    assert [one.reason for one in aliases.filtered] == ["an alias that is no identifier of a gene", "another organism"]


def _mitab(one: str, other: str, taxon: str = "9606", score: str = "intact-miscore:0.56", more: str = "") -> str:
    taxa = (f"taxid:{taxon}(x)", "taxid:9606(human)")
    return "\t".join((one, other, *"-" * 7, *taxa, "-", "-", "-", score)) + more + "\n"


def test_mitab_of_every_width(tmp_path: Path) -> None:
    negative = "\t-" * 20 + "\ttrue"
    text = "#ID(s) interactor A\tID(s) interactor B\n" + "".join(
        (
            _mitab("uniprotkb:Q9HBE4-2", "uniprotkb:P16871"),
            _mitab("entrez gene/locuslink:3575", "-", score="-"),
            _mitab("uniprotkb:Q9HBE4", "uniprotkb:P16871", more=negative),
            _mitab("uniprotkb:Q9HBE4", "uniprotkb:P16871", taxon="10090"),
            _mitab("chebi:\"CHEBI:1\"", "uniprotkb:P16871"),
            "a\tb\n",
        )
    )  # fmt: skip
    found = outcomes(written(tmp_path, text))
    assert found.records == [
        Interaction("UniProtKB:P16871", "UniProtKB:Q9HBE4", 0.56, (), "here"),
        Interaction("NCBIGene:3575", "NCBIGene:3575", None, (), "here"),
    ]
    assert [one.reason for one in found.filtered] == ["found not to interact", "another organism"]
    assert [one.line for one in found.rejected] == [6, 7]


def test_mitab_says_the_method_and_the_papers(tmp_path: Path) -> None:
    cells = _mitab("uniprotkb:Q9HBE4", "uniprotkb:P16871").split("\t")
    cells[6] = 'psi-mi:"MI:0018"(two hybrid)|psi-mi:"MI:0096"(pull down (GST))'
    cells[8] = "pubmed:11081504|imex:IM-1|pubmed:unassigned1"
    link, paper, one, other = outcomes(written(tmp_path, "\t".join(cells))).records
    assert (link.method, link.publications) == ("two hybrid; pull down (GST)", ("PMID:11081504",))
    assert paper.id == "PMID:11081504"
    assert [(each.subject, each.scope) for each in (one, other)] == [
        ("gene:UniProtKB:P16871", "interaction"),
        ("gene:UniProtKB:Q9HBE4", "interaction"),
    ]


@pytest.mark.shared
def test_xml_of_intact_leaves_pairs_with_a_virus_to_those_who_ask_for_all_organisms() -> None:
    path = STRING / "intact_test.xml"
    found = outcomes(path)
    assert [one.reason for one in found.filtered] == ["another organism"] * 8
    assert (found.format, found.file.date, found.records) == ("psi-mi-xml", "2020-03-31", [])
    everyone = outcomes(path, taxon=None)
    assert len(everyone.taken) + len(everyone.rejected) == 8
    links = everyone.of(Interaction)
    assert {one.gene for one in links} | {one.partner for one in links} >= {"UniProtKB:P20290"}
    assert {one.publications for one in links} == {("PMID:16157265",)}
    assert "two hybrid" in {one.method for one in links}


def test_xml_with_interactors_inside_and_a_score(tmp_path: Path) -> None:
    (link,) = outcomes(written(tmp_path, PSI_MI)).records
    assert link == Interaction("UniProtKB:P16871", "UniProtKB:Q9HBE4", 0.56, (), "here")
    said = """<experimentList><experimentDescription id="9"><bibref><xref><primaryRef db="pubmed" id="77"/>
<secondaryRef db="doi" id="10.1/x"/></xref></bibref><interactionDetectionMethod><names><shortLabel>2h</shortLabel>
<fullName>two hybrid</fullName></names></interactionDetectionMethod></experimentDescription></experimentList>"""
    for text in (
        PSI_MI.replace("<participantList>", f"{said}<participantList>", 1),
        PSI_MI.replace("<interactionList>", f"{said}<interactionList>", 1).replace(
            "<participantList>", "<experimentList><experimentRef>9</experimentRef></experimentList><participantList>", 1
        ),
    ):
        records = outcomes(written(tmp_path, text)).records
        assert (records[0].method, records[0].publications) == ("two hybrid", ("PMID:77",))
        cited = [one.subject for one in records if isinstance(one, Citation)]
        assert cited == [f"gene:{link.gene}", f"gene:{link.partner}"]
    found = outcomes(written(tmp_path, PSI_MI.replace("<negative>false", "<negative>true")))
    assert [one.reason for one in found.filtered] == ["found not to interact"]


@pytest.mark.shared
def test_the_exported_network_has_each_pair_once() -> None:
    path = STRING / "string_interactions.tsv"
    rows = rows_of(path)[1:]
    found = outcomes(path)
    expected = {tuple(sorted(row[2:4])): float(row[-1]) for row in rows}
    links = found.of(Interaction)
    assert (len(rows), len(links)) == (1160, 580)
    assert {(one.subject, one.id) for one in found.of(CrossReference)} == {
        (f"symbol:{row[at]}", row[at + 2]) for row in rows for at in (0, 1)
    }
    assert {
        (one.gene.removeprefix("STRING:"), one.partner.removeprefix("STRING:")): one.score for one in links
    } == expected


@pytest.mark.shared
def test_links_have_their_channels() -> None:
    path = STRING / "9606.protein.links.full.v11.5.txt.gz"
    header, *rows = (line.split() for line in gzip.decompress(path.read_bytes()).decode().splitlines())
    found = outcomes(path).records
    assert len(found) == len(rows) == 9
    at = header.index("database")
    assert [dict(one.channels).get("databases", 0) for one in found] == [int(row[at]) / 1000 for row in rows]
