"""OBO files: every kind of term becomes what pages show of it; odd lines cost no term, wrong terms are named."""

import gzip
from pathlib import Path

import pytest

from atlasview.records.cell_type import CellType
from atlasview.records.disease import Disease
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from atlasview.records.trouble import InputRefused
from atlasview.sources.obo import read as read_obo
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import Outcomes, outcomes, told, written

CELL = r"""format-version: 1.2
data-version: cl/releases/2022-12-15/cl-basic.owl
synonymtypedef: systematic "a type with a scope of its own" NARROW
ontology: cl/cl-basic

! a comment of a whole line
[Term]
id: CL:0000084
name: T cell ! not part of the name
namespace: cell
alt_id: CL:0000804
def: "A \"lymphocyte\", with a backslash \\ and a colon\: the second line\nfollows." [GOC:add] {comment="no"}
comment: not read
subset: human {source="x"}
synonym: "T-cell" EXACT []
synonym: "T lymphocyte" EXACT abbreviation [] {comment="x"}
synonym: "t-CELL" RELATED []
synonym: "thymocyte, in part" BROAD [MESH:D1]
synonym: "of its type" systematic []
synonym: "without a scope" []
xref: BTO:0000782
xref: MSH:D013601 "T-Lymphocytes"
xref: http://purl.obolibrary.org/obo/FMA_62870
xref: nothing
is_a: CL:0000542 {is_inferred="true"} ! lymphocyte
is_a: CARO:0000003
intersection_of: CL:0000542 ! lymphocyte
intersection_of: part_of UBERON:0000001
relationship: part_of UBERON:0002405 {source="x"} ! immune system
relationship: BFO:0000050 UBERON:0002370 ! thymus
relationship: part_of UBERON:0000002 {all_only="true"} ! not a parent
relationship: develops_from CL:0000827 ! pro-T cell

[Typedef]
id: part_of
name: part of
is_transitive: true

[Term]
id: GO:0005623
name: cell
namespace: cellular_component

[Term]
id: PR:000000001
name: protein
"""


def read(folder: Path, text: str | bytes) -> Outcomes:
    return outcomes(written(folder, text, "file.obo"))


def term(body: str, ontology: str = "cl") -> str:
    return f"format-version: 1.2\nontology: {ontology}\n\n[Term]\n{body}\n"


def test_a_cell_type_with_all_that_is_said_of_it(tmp_path: Path):
    found = read(tmp_path, CELL)
    assert found.format == "cl"
    first = found.taken[0]
    assert (first.line, first.key, first.version) == (7, "CL:0000084", (1, "2022-12-15", "2022-12-15"))
    definition = 'A "lymphocyte", with a backslash \\ and a colon: the second line\nfollows.'
    assert found.of(CellType) == [CellType("CL:0000084", "T cell", definition, "", "here")]
    assert [(one.text, one.scope) for one in found.of(Synonym)] == [
        ("T-cell", "exact"),
        ("T lymphocyte", "exact"),
        ("thymocyte, in part", "broad"),
        ("of its type", "narrow"),
        ("without a scope", "related"),
    ]
    assert [(one.parent, one.relation) for one in found.of(Hierarchy)] == [
        ("CL:0000542", "is_a"),
        ("UBERON:0002405", "part_of"),
        ("UBERON:0002370", "part_of"),
    ]
    assert [(one.database, one.id, one.label) for one in found.of(CrossReference)] == [
        ("CL", "0000804", "replaced"),
        ("BTO", "0000782", ""),
        ("MeSH", "D013601", "T-Lymphocytes"),
        ("FMA", "62870", ""),
    ]
    assert found.file.remarks == ["a cross-reference that names no database (line 7)"]


def test_a_borrowed_term_never_beats_its_own_ontology_and_unshown_ones_are_filtered(tmp_path: Path):
    found = read(tmp_path, CELL)
    assert found.taken[1].key == "GO:0005623"
    assert found.taken[1].version == (0, "2022-12-15", "2022-12-15")
    assert [one.reason for one in found.filtered] == ["a term of another ontology that pages do not show"]
    assert (found.read, found.file.release, found.file.date) == (3, "2022-12-15", "2022-12-15")


@pytest.mark.parametrize(
    ("ontology", "identifier", "key", "record"),
    [
        ("go", "GO:0005125", "go", Term("GO:0005125", "x", "molecular_function", "", False, "", "here")),
        ("uberon/basic", "UBERON:0002370", "uberon", Term("UBERON:0002370", "x", "anatomy", "", False, "", "here")),
        ("http://purl.obolibrary.org/obo/hp.obo", "HP:1", "hp", Term("HP:1", "x", "phenotype", "", False, "", "here")),
        ("mondo", "MONDO:0000001", "mondo", Disease("MONDO:0000001", "x", "", "here")),
        ("doid", "DOID:4", "do", Disease("DOID:4", "x", "", "here")),
        ("pato", "PATO:0000001", "obo", Term("PATO:0000001", "x", "molecular_function", "", False, "", "here")),
    ],
)  # fmt: skip
def test_each_ontology_has_its_noun(tmp_path: Path, ontology: str, identifier: str, key: str, record: object):
    found = read(tmp_path, term(f"id: {identifier}\nname: x\nnamespace: molecular_function", ontology))
    assert (found.format, found.records) == (key, [record])
    assert found.taken[0].version[0] == 1


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("default-namespace: gene_ontology", "go"),
        ("default-namespace: disease_ontology\nontology: doid", "do"),
        ("default-namespace: human_phenotype", "hp"),
        ("default-namespace: file:/C:/x.owl", "cl"),
        ("", "cl"),
        ("ontology: efo", "obo"),
    ],
)
def test_the_ontology_is_told_by_the_header_else_by_the_first_term(tmp_path: Path, header: str, key: str):
    text = f"format-version: 1.2\n{header}\n\n[Term]\nid: CL:0000084\nname: T cell\n"
    assert told(written(tmp_path, text)) == key


def test_the_version_is_that_of_the_data_else_the_date_of_saving(tmp_path: Path):
    body = "\n[Term]\nid: DOID:4\nname: x\n"
    for header, release, date in (
        ("data-version: releases/2018-07-07\ndate: 01:02:2017 10:00", "2018-07-07", "2018-07-07"),
        ("date: 11:11:2015 21:54", "", "2015-11-11"),
        ('property_value: owl:versionInfo "2026-06-08" xsd:string', "2026-06-08", "2026-06-08"),
        ("data-version: 4.2", "4.2", ""),
        ("", "", ""),
    ):
        found = read(tmp_path, f"format-version: 1.2\nontology: doid\n{header}\n{body}")
        assert found.taken[0].version == (1, date, release)
        assert (found.file.release, found.file.date) == (release, date)


OBSOLETE = "name: obsolete x\nis_obsolete: true\n"


def test_an_obsolete_go_term_stays_findable(tmp_path: Path):
    body = f"id: GO:0000001\nnamespace: biological_process\n{OBSOLETE}replaced_by: GO:0000002\nconsider: GO:0000003"
    found = read(tmp_path, term(body, "go"))
    assert found.records == [
        Term("GO:0000001", "obsolete x", "biological_process", "", True, "GO:0000002", "here"),
        CrossReference("GO:0000001", "GO", "0000003", "consider", "here"),
    ]


def test_an_obsolete_cell_type_or_disease_is_an_identifier_of_what_replaces_it(tmp_path: Path):
    found = read(tmp_path, term(f"id: CL:0000001\n{OBSOLETE}replaced_by: CL:0000002\nconsider: CL:0000003"))
    assert found.records == [
        CrossReference("CL:0000002", "CL", "0000001", "replaced", "here"),
        CrossReference("CL:0000003", "CL", "0000001", "consider", "here"),
    ]
    assert found.taken[0].key == "CL:0000001"
    found = read(tmp_path, term(f"id: DOID:1\n{OBSOLETE}replaced_by: PO:0000373", "doid"))
    assert [one.reason for one in found.filtered] == ["an obsolete term that none of those shown replaces"]


def test_mondo_says_how_a_cross_reference_differs(tmp_path: Path):
    body = (
        "id: MONDO:0018309\nname: x\n"
        'xref: OMIM:142623 {source="MONDO:equivalentTo", source="Orphanet:388"}\n'
        'xref: ORDO:388 {source="MONDO:relatedTo"}\n'
        "xref: OMIM:PS142623\nxref: UMLS_CUI:C0019569\nxref: NCI:C1\nxref: SNOMEDCT_US_2015_03_01:204739008\n"
    )
    found = read(tmp_path, term(body, "mondo")).of(CrossReference)
    assert [(one.database, one.id, one.label) for one in found] == [
        ("OMIM", "142623", ""),
        ("ORPHA", "388", "related"),
        ("OMIMPS", "142623", ""),
        ("UMLS", "C0019569", ""),
        ("NCIt", "C1", ""),
        ("SNOMEDCT", "204739008", ""),
    ]


@pytest.mark.parametrize(
    ("body", "reason", "detail"),
    [
        ("name: x", "a term without an identifier", ""),
        ("id: no identifier\nname: x", "a term whose identifier is none", "no identifier"),
        ("id: CL:0000001\nid: CL:0000002\nname: x", "a term with two identifiers", "CL:0000001, CL:0000002"),
        ("id: CL:0000001\ndef: \"x\" []", "a term without a name", "CL:0000001"),
        ("id: CL:T-cell\nname: x", "an identifier that its ontology does not have", "CL:T-cell"),
    ],
)  # fmt: skip
def test_a_term_that_cannot_be_right_is_rejected_alone(tmp_path: Path, body: str, reason: str, detail: str):
    found = read(tmp_path, term(f"{body}\n\n[Term]\nid: CL:0000084\nname: T cell"))
    (rejected,) = found.rejected
    assert (rejected.file, rejected.line, rejected.reason, rejected.detail) == ("file.obo", 4, reason, detail)
    assert [one.key for one in found.taken] == ["CL:0000084"]


def test_a_term_that_stands_twice_is_rejected_the_second_time(tmp_path: Path):
    found = read(tmp_path, term("id: CL:0000001\nname: x\n\n[Term]\nid: CL:0000001\nname: y"))
    assert [(one.line, one.detail) for one in found.rejected] == [(8, "CL:0000001, first in line 4")]


@pytest.mark.parametrize(
    ("odd", "synonyms", "definition"),
    [
        ('def: "one \\\ntwo" []', [], "one  two"),
        ('def: "one\ntwo\nthree" [GOC:x]', [], "one two three"),
        ('def: "never closed\nis_a: CL:0000002', [], "never closed"),
        ("a line without a tag", [], ""),
        ("unknown: tag", [], ""),
        ("is_a:", [], ""),
        ("is_obsolete: perhaps", [], ""),
        ('exact_synonym: "y" []', [("y", "exact")], ""),
        ('synonym: "y" []', [("y", "related")], ""),
        ('synonym: "" EXACT []', [], ""),
    ],
)
def test_odd_lines_cost_no_term(tmp_path: Path, odd: str, synonyms: list[tuple[str, str]], definition: str):
    found = read(tmp_path, term(f'id: CL:0000001\nname: x\n{odd}\nsynonym: "last" EXACT []'))
    assert not found.rejected
    assert found.of(CellType) == [CellType("CL:0000001", "x", definition, "", "here")]
    assert [(one.text, one.scope) for one in found.of(Synonym)] == [*synonyms, ("last", "exact")]


def test_what_was_odd_is_remarked_with_its_line(tmp_path: Path):
    found = read(tmp_path, term("id: CL:0000001\nname: x\nwhat\nis_a:\nis_a: CL:0000001\nis_a:"))
    assert found.file.remarks == [
        "a line inside a term that has no tag (line 7)",
        "a line is_a: that cannot be read (2 times, first in line 8)",
        "a term that is its own parent (line 4)",
    ]
    assert not found.of(Hierarchy)


def test_a_file_that_stops_inside_a_term_loses_that_term_only(tmp_path: Path):
    found = read(
        tmp_path, term("id: GO:0000001\nname: x\n\n[Term]\nid: GO:0000002\nname: y\nnamesp", "go").rstrip("\n")
    )
    assert [str(one) for one in found.rejected] == [
        "file.obo line 8: the file breaks off inside this term (GO:0000002)"
    ]
    assert found.file.remarks == ["the file ends inside its last term (line 8): fetch it again"]
    assert [one.key for one in found.taken] == ["GO:0000001"]


def test_parents_in_a_circle_do_not_hang(tmp_path: Path):
    ring = "\n\n[Term]\n".join(f"id: CL:000000{n}\nname: x{n}\nis_a: CL:000000{(n + 1) % 3}" for n in range(3))
    assert len(read(tmp_path, term(ring)).of(Hierarchy)) == 3


def test_the_same_is_read_in_every_shape(tmp_path: Path):
    plain = read(tmp_path, CELL)
    raw = CELL.replace("A \\", "Á \\").encode()
    accented = read(tmp_path, raw).records
    shapes = (raw.replace(b"\n", b"\r\n"), raw.replace(b"\n", b"\r"), b"\xef\xbb\xbf" + raw, gzip.compress(raw))
    for shaped in (*shapes, CELL.replace("A \\", "Á \\").encode("latin-1")):
        assert read(tmp_path, shaped).records == accented
    assert len(plain.records) == len(accented)


def test_damage_is_refused_with_its_place(tmp_path: Path):
    with pytest.raises(InputRefused, match="NUL") as trouble:
        read(tmp_path, CELL.encode() + b"\n" * 70_000 + b"\0")
    assert "line" in trouble.value.where
    packed = gzip.compress(CELL.encode() + b"\n" * 200_000, compresslevel=0)
    with pytest.raises(InputRefused, match="breaks off"):
        read(tmp_path, packed[:-50_000])
    with SourceFile(written(tmp_path, "id\tname\n")) as file, pytest.raises(InputRefused, match=r"no \[Term\]"):
        list(read_obo(file))


@pytest.mark.parametrize("text", ["[Term]\n", "hello [Term] world\n", "format-version 1.2\n"])
def test_other_files_are_not_claimed(tmp_path: Path, text: str):
    assert told(written(tmp_path, text)) == "no format that AtlasView reads"
