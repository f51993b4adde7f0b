"""UniProtKB flat text as entries were laid out over the years, and entries that cannot be right."""

import gzip
from pathlib import Path

import pytest

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Interaction
from atlasview.records.protein import Comment, Evidence, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Publication
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm, Term
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from atlasview.sources import uniprot_text
from atlasview.sources.opened import SourceFile
from tests.sources.outcomes import outcomes, told, written

FILES = Path(__file__).parent / "files"
SEQUENCE = "MKLAVGPRSTMKLAVGPRST"
OF_2005 = (FILES / "uniprot_of_2005.txt").read_text()
TODAY = (FILES / "uniprot_of_2025.txt").read_text()


def test_an_entry_of_2005(tmp_path):
    found = outcomes(written(tmp_path, OF_2005))
    assert found.format == "uniprot-text"
    (taken,) = found.taken
    assert (taken.key, taken.version) == ("UniProtKB:P12345", (0, "2005-05-10"))
    (protein,) = found.of(Protein)
    assert (protein.entry_name, protein.name, protein.secondary) == ("TEST_HUMAN", "Test kinase", ("Q54321",))
    assert (protein.reviewed, protein.existence, protein.version) == (True, 0, 0)
    assert [(one.kind, one.text) for one in found.of(ProteinName)] == [
        ("recommended", "Test kinase"),
        ("EC", "2.7.1.1"),
        ("alternative", "TK"),
        ("alternative", "Kinase of tests"),
        ("CD antigen", "CD999"),
        ("component recommended", "Small chain"),
        ("component alternative", "SC"),
        ("component recommended", "Large chain"),
    ]
    assert [one.id for one in found.of(Gene)] == ["HGNC:9999"]
    assert {one.text for one in found.of(GeneName)} == {"TEST1", "TEST2"}
    assert found.of(GeneProtein) == [GeneProtein("HGNC:9999", "UniProtKB:P12345", "here")]
    assert CrossReference("HGNC:9999", "ENSEMBL", "ENSG00000000001", "", "here") in found.records


def test_features_and_isoforms_of_2005(tmp_path):
    found = outcomes(written(tmp_path, OF_2005))
    places = [(one.type, one.start, one.end, one.start_sign, one.end_sign, one.id) for one in found.of(Feature)]
    assert places == [
        ("INIT_MET", None, None, "?", "?", ""),
        ("SIGNAL", 1, 3, "", "", ""),
        ("CHAIN", 4, 20, "", ">", "PRO_0000000001"),
        ("VARIANT", 5, 5, "", "", "VAR_000001"),
        ("VARSPLIC", 4, 6, "", "", "VSP_000001"),
        ("VAR_SEQ", 18, 20, "", "", "VSP_000002"),
        ("DISULFID", None, 9, "?", "", ""),
    ]
    assert [one.description for one in found.of(Feature)][3:5] == ["V -> R (in TD)", "AVG -> RRR (in isoform 2)"]
    assert found.of(Feature)[1].evidence == (Evidence("ECO:0000255"),)
    one, two = found.of(Isoform)
    assert (one.name, one.synonyms, one.canonical, one.sequence) == ("1", ("Long",), True, SEQUENCE)
    assert two.sequence == "MKLRRRPRSTMKLAVGP"
    assert two.note == "No experimental confirmation available"
    (variant,) = found.of(Variant)
    assert (variant.hgvs_p, variant.isoform, variant.disease) == ("p.Val5Arg", "P12345-1", "OMIM:123456")


def test_texts_and_papers_of_2005(tmp_path):
    found = outcomes(written(tmp_path, OF_2005))
    assert found.of(Comment)[0].text == "Tests ATP-binding (By similarity)."
    assert found.of(Disease) == [Disease("OMIM:123456", "tested disease", "", "here")]
    assert [one.kind for one in found.of(DiseaseAssociation)] == ["causal"]
    paper, book = found.of(Publication)
    assert (paper.id, paper.title) == ("PMID:6337343", "A kinase that is tested.")
    assert (book.id, book.journal, book.pages, book.year) == ("here:P12345.2", "Tests of proteins", "10-20", 1980)
    assert [(one.partner, one.channels[0][1]) for one in found.of(Interaction)] == [
        ("UniProtKB:Q9NPB3", 2.0),
        ("UniProtKB:P12345", 3.0),
    ]
    terms = {one.term: one for one in found.of(GeneTerm)}
    assert terms["GO:0004672"].evidence == "TAS"
    assert terms["SubcellularLocation:Cytoplasm"].evidence == "ECO:0000255"
    assert {one.category for one in found.of(Term)} == {"molecular_function", "", "keyword", "subcellular location"}


def test_an_entry_of_today(tmp_path):
    found = outcomes(written(tmp_path, TODAY))
    assert found.file.date == "2025-06-18"
    assert [(one.id, one.symbol) for one in found.of(Gene)] == [("HGNC:1", "TSTA"), ("HGNC:2", "TSTB")]
    assert [(one.gene, one.text) for one in found.of(GeneName)] == [("HGNC:1", "TST"), ("HGNC:2", "OK/SW-cl.1")]
    assert not any(one.subject.startswith("HGNC") for one in found.of(CrossReference))
    function, location = found.of(Comment)
    assert (function.molecule, function.text) == ("Isoform 2", "Is tested pre- and postnatally (PubMed:1).")
    assert function.evidence == (Evidence("ECO:0000269", "PMID:1"), Evidence("ECO:0000305"))
    assert location.text == "Cell membrane; Single-pass membrane protein. Secreted. Note=Shed."
    (feature,) = found.of(Feature)
    assert (feature.sequence, feature.start, feature.end) == ("P12345-2", 3, 5)
    assert feature.description == 'ATP 1; shared; by "test"'
    assert feature.evidence == (Evidence("ECO:0000255", "PROSITE-ProRule:PRU00041"),)
    places = [one for one in found.of(GeneTerm) if one.term.startswith("SubcellularLocation:")]
    assert {one.term.partition(":")[2]: (one.evidence, one.reference) for one in places} == {
        "Secreted": ("", ""),
        "Cell membrane": ("ECO:0000269", "PMID:1"),
    }
    labels = {one.id: one.label for one in found.of(CrossReference)}
    assert labels["NM_1.2"] == "isoform P12345-2"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("MKLAVGPRST M", "MKLAVGPRSA M", "the sequence contradicts its CRC64"),
        ("     MKLAVGPRST MKLAVGPRST\n", "     MKLAVGPRST\n", "the sequence contradicts its length"),
        ("     MKLAVGPRST MKLAVGPRST\n", "", "an entry without a sequence"),
        ("     MKLAVGPRST M", "     MKLAVGPR5T M", "the sequence holds signs that are no residues"),
        ("20 AA.", "21 AA.", "two lengths in one entry"),
        ("20 AA.", "20 BP.", "an ID line that is none"),
        ("Reviewed;", "Seen;", "an ID line that is none"),
        ("AC   P12345;\n", "", "an entry without an ID line or accession"),
        ("OX   NCBI_TaxID=9606;\n", "", "an entry without its organism (OX line)"),
        ("CRC64;", "", "an entry without length, mass and CRC64 of its sequence"),
        ("P12345-2:3..5", "3..50", "a feature lies beyond the sequence"),
        ("P12345-2:3..5", "0..5", "a feature lies beyond the sequence"),
        ("P12345-2:3..5", "5..3", "a feature ends before it begins"),
        ("P12345-2:3..5", "here", "a feature without a place"),
        ("PE   1", "DR   X; 1; -.\nKW   A.\nDR   Y; 2; -.\nPE   1", "lines of an entry stand in the wrong order"),
    ],
)
def test_entries_that_cannot_be_right(tmp_path, old, new, reason):
    assert TODAY.count(old) == 1
    found = outcomes(written(tmp_path, TODAY + TODAY.replace(old, new) + TODAY))
    assert len(found.taken) == 2
    (rejected,) = found.rejected
    assert (rejected.reason, rejected.line) == (reason, 1 + TODAY.count("\n"))
    assert rejected.file == "file.txt"


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("CC       postnatally (PubMed:1).", "CC"),
        ("CC       Event=Alternative splicing;", "CC"),
        ("CC       Q1; Q2: X; NbExp=2; IntAct=EBI-1, EBI-2;", "CC"),
        ("CC   Distributed under the Creative Commons", "CC"),
        ("DR   GeneID; 11; -.", "DR"),
        ("KW   Test.", "KW"),
        ("FT   SITE            8", "FT"),
        ('FT                   regions"', "FT"),
        ('FT                   ECO:0000305"', "FT"),
    ],
)
def test_a_line_of_another_kind_is_met_wherever_it_stands(tmp_path, line, code):
    more = {
        "DR   HGNC; HGNC:1;": "CC   -!- INTERACTION:\nCC       Q1; Q2: X; NbExp=2; IntAct=EBI-1, EBI-2;\n"
        "CC   -----\nCC   Distributed under the Creative Commons\nCC   -----\nDR   HGNC; HGNC:1;",
        "FT   BINDING": "KW   Kinase; Zinc;\nKW   Test.\nFT   SITE            7\nFT   SITE            8\n"
        'FT                   /note="Between two\nFT                   regions"\n'
        'FT                   /evidence="ECO:0000269|PubMed:1,\nFT                   ECO:0000305"\nFT   BINDING',
    }
    entry = TODAY
    for old, new in more.items():
        entry = entry.replace(old, new, 1)
    assert len(outcomes(written(tmp_path, entry)).taken) == 1
    assert line in entry
    (rejected,) = outcomes(written(tmp_path, entry.replace(line, f"XX   here\n{line}", 1))).rejected
    assert rejected.reason == "lines of an entry stand in the wrong order"
    assert rejected.detail == f"P12345: {code}"
    (rejected,) = outcomes(written(tmp_path, entry.replace(line, f"{code}  \n{line}", 1))).rejected
    assert rejected.detail == f"P12345: {code}"


def test_a_comment_among_other_lines_is_met(tmp_path):
    entry = TODAY.replace("OX   NCBI", "CC   -!- INTERACTION:\nOX   NCBI")
    (rejected,) = outcomes(written(tmp_path, entry)).rejected
    assert (rejected.reason, rejected.detail) == ("lines of an entry stand in the wrong order", "P12345: CC")


def test_the_last_entry_that_breaks_off(tmp_path):
    found = outcomes(written(tmp_path, TODAY + TODAY[:300]))
    assert len(found.taken) == 1
    (rejected,) = found.rejected
    assert (rejected.line, rejected.reason, rejected.detail) == (
        1 + TODAY.count("\n"),
        "the last entry breaks off",
        "TEST_HUMAN",
    )
    whole = outcomes(written(tmp_path, (TODAY + TODAY).rstrip("\n")))
    assert len(whole.taken) == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: text.replace("\n", "\r").encode(),
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: gzip.compress(text.encode()),
        lambda text: ("\n\n" + text + "\n\n").encode(),
    ],
    ids=["CRLF", "CR", "byte-order mark", "gzip", "empty lines"],
)
def test_odd_files_are_read(tmp_path, change):
    plain = outcomes(written(tmp_path, TODAY + TODAY))
    odd = outcomes(written(tmp_path, change(TODAY + TODAY)))
    assert odd.records == plain.records


def test_latin_1_is_read_and_remarked(tmp_path):
    odd = TODAY.replace("Shed", "Sh\u00e9d")
    found = outcomes(written(tmp_path, odd.encode("latin-1")))
    assert "Note=Sh\u00e9d." in found.of(Comment)[1].text
    line = odd[: odd.index("Sh\u00e9d")].count("\n") + 1
    assert found.file.remarks == [f"text that is not UTF-8 was read as Latin-1 (first in line {line})"]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (gzip.compress((TODAY * 2000).encode())[:-4000], "breaks off"),
        (TODAY.encode() + b"\0" + TODAY.encode(), "NUL bytes"),
    ],
)
def test_damaged_files_are_refused(tmp_path, content, what):
    path = written(tmp_path, content)
    with SourceFile(path, source="u") as file, pytest.raises(InputRefused, match=what):
        list(uniprot_text.read(file))


def test_a_file_without_an_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(uniprot_text, "LONGEST_LINE", 100_000)
    monkeypatch.setattr(uniprot_text, "_PIECE", 20_000)
    path = written(tmp_path, TODAY + TODAY.partition("CC   -!-")[0] + "CC       more\n" * 20_000)
    with SourceFile(path, source="u") as file, pytest.raises(InputRefused, match="no entry ends within") as trouble:
        list(uniprot_text.read(file))
    assert f"line {1 + TODAY.count(chr(10))}" in trouble.value.where


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the file is empty"),
        ("<html><body>Not found</body></html>", "a page of HTML"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:1\n", "a git-lfs pointer"),
        ("ID   SOMETHING; SV 1; linear; mRNA; STD; HUM; 100 BP.\n", "no format"),
        ("ID   2Fe-2S.\nAC   KW-0001\n", "uniprot-keywords"),
    ],
)
def test_other_files_are_not_taken_for_it(tmp_path, text, reason):
    assert reason in told(written(tmp_path, text))


def test_other_organisms_are_filtered_before_they_are_read(tmp_path):
    mouse = TODAY.replace("TaxID=9606", "TaxID=10090").replace("20 AA.", "nonsense")
    several = TODAY.replace("TaxID=9606", "TaxID=9598, 9606")
    found = outcomes(written(tmp_path, mouse + several + TODAY))
    assert [(one.line, one.reason) for one in found.filtered] == [(1, "another organism")]
    assert [one.taxon for one in found.of(Protein)] == [9606, 9606]


def test_pieces_give_what_the_whole_gives(tmp_path, monkeypatch):
    path: Path = written(tmp_path, TODAY * 40 + OF_2005 * 40)
    whole = outcomes(path)
    monkeypatch.setattr(uniprot_text, "_PIECE", 9000)
    with SourceFile(path, source="here") as file:
        pieces = list(uniprot_text.chunks(file))
    assert len(pieces) > 5
    found = [one for line, text in pieces for one in uniprot_text.read_chunk(line, text, path.name, "here", 9606)]
    assert found == whole.taken
    assert "".join(text for _line, text in pieces) == path.read_text()


def test_partners_in_every_spelling(tmp_path):
    lines = """CC   -!- INTERACTION:
CC       P12345; O00213: APBB1; NbExp=9; IntAct=EBI-638181, EBI-81694;
CC       P12345-2; Q9ULP9-2: TBC1D24; Xeno; NbExp=2; IntAct=EBI-638181, EBI-10968870;
CC       PRO_0000000001; PRO_0000449632 [P0DTD1]: rep; Xeno; NbExp=3; IntAct=EBI-638181, EBI-25475891;
CC       P12345-2; Q9ULP9: TBC1D24; NbExp=5; IntAct=EBI-638181, EBI-10968870;
CC       P12345; P12345; NbExp=4; IntAct=EBI-638181, EBI-638181;
"""
    found = outcomes(written(tmp_path, TODAY.replace("DR   HGNC; HGNC:1;", f"{lines}DR   HGNC; HGNC:1;")))
    assert {(one.gene, one.partner): one.channels[0][1] for one in found.of(Interaction)} == {
        ("UniProtKB:O00213", "UniProtKB:P12345"): 9,
        ("UniProtKB:P12345", "UniProtKB:Q9ULP9"): 5,
        ("UniProtKB:P0DTD1", "UniProtKB:P12345"): 3,
        ("UniProtKB:P12345", "UniProtKB:P12345"): 4,
    }


def test_a_go_line_that_names_no_term(tmp_path):
    line = "DR   GO; PANTHER; PTHR1; F:kinase activity; IBA:GO_Central."
    found = outcomes(written(tmp_path, TODAY.replace("\nDR   ", f"\n{line}\nDR   ", 1)))
    assert not found.taken
    assert [one.reason for one in found.rejected] == ["a GO line that names no term"]
    assert "PANTHER" in found.rejected[0].detail


def test_cross_references_that_are_cut_short_or_scattered(tmp_path):
    lines = "DR   PIR; S6750\nDR   EMBL; A1; B1; -; mRNA.\nDR   PIR; S1; -.\nDR   EMBL; A1; B2; JOINED; mRNA.\n"
    found = outcomes(written(tmp_path, TODAY.replace("DR   HGNC; HGNC:1;", f"{lines}DR   HGNC; HGNC:1;")))
    said = [one for one in found.of(CrossReference) if one.database in {"PIR", "EMBL"}]
    assert [(one.database, one.id, one.label) for one in said] == [
        ("PIR", "S6750", ""),
        ("PIR", "S1", ""),
        ("EMBL", "A1", "B1; mRNA; B2; JOINED; mRNA"),
    ]


def test_both_partners_of_an_interaction_say_the_same(tmp_path):
    line = "CC   -!- INTERACTION:\nCC       {}; {}: X; NbExp=4; IntAct=EBI-1, EBI-2;\n"
    one = TODAY.replace("CC   -!-", line.format("P12345", "A0A001") + "CC   -!-", 1)
    other = TODAY.replace("P12345", "A0A001").replace("CC   -!-", line.format("A0A001", "P12345") + "CC   -!-", 1)
    found = outcomes(written(tmp_path, one + other))
    assert {(pair.gene, pair.partner) for pair in found.of(Interaction)} == {("UniProtKB:A0A001", "UniProtKB:P12345")}
    assert len(found.of(Interaction)) == 2
