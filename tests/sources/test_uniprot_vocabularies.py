"""UniProt's lists of keywords, subcellular locations and diseases, against a plain reading of the same files."""

import gzip
import re
from pathlib import Path

import pytest

from atlasview.records.disease import Disease
from atlasview.records.reference import CrossReference
from atlasview.records.term import Hierarchy, Synonym, Term
from tests.sources.outcomes import outcomes, written

KEYWORDS = """Name:        keywlist.txt
Release:     2022_03 of 03-Aug-2022
___________________________________________________________________________
ID   2Fe-2S.
AC   KW-0001
DE   Protein which contains at least one 2Fe-2S iron-
DE   sulfur cluster.
SY   [2Fe-2S] cluster; [Fe2S2] cluster;
SY   Fe2S2.
GO   GO:0051537; 2 iron, 2 sulfur cluster binding
HI   Ligand: Iron; Iron-sulfur; 2Fe-2S.
HI   Ligand: 2Fe-2S.
CA   Ligand.
//
IC   Ligand.
AC   KW-9993
DE   Keywords assigned to proteins because they bind something.
//
"""


def test_keywords(tmp_path):
    found = outcomes(written(tmp_path, KEYWORDS))
    assert found.format == "uniprot-keywords"
    assert (found.file.release, found.file.date) == ("2022_03", "2022-08-03")
    assert [one.key for one in found.taken] == ["Keyword:2Fe-2S", "Keyword:Ligand"]
    iron, _ligand = found.of(Term)
    definition = "Protein which contains at least one 2Fe-2S iron-sulfur cluster."
    assert (iron.name, iron.category, iron.definition) == ("2Fe-2S", "keyword", definition)
    assert [one.text for one in found.of(Synonym)] == ["[2Fe-2S] cluster", "[Fe2S2] cluster", "Fe2S2"]
    assert [one.parent for one in found.of(Hierarchy)] == ["Keyword:Iron-sulfur", "Keyword:Ligand"]
    references = {(one.database, one.id) for one in found.of(CrossReference)}
    assert references == {("UniProtKB-KW", "KW-0001"), ("UniProtKB-KW", "KW-9993"), ("GO", "0051537")}


def test_what_is_odd(tmp_path):
    cut = outcomes(written(tmp_path, KEYWORDS.rpartition("//")[0]))
    assert [one.reason for one in cut.rejected] == ["the last entry breaks off"]
    bare = outcomes(written(tmp_path, KEYWORDS.replace("AC   KW-9993\n", "")))
    assert [(one.reason, one.line) for one in bare.rejected] == [("an entry without name or accession", 15)]


LOCATIONS = """Name:        subcell.txt
ID   Sarcomere.
AC   SL-0472
DE   The unit of a muscle.
SL   Cytoplasm, myofibril, sarcomere.
//
ID   A band.
AC   SL-0476
DE   Dark bands.
SL   Cytoplasm, myofibril, sarcomere, A band.
HP   Sarcomere.
//
"""


def test_locations_are_named_as_entries_name_them(tmp_path):
    found = outcomes(written(tmp_path, LOCATIONS))
    assert found.format == "uniprot-locations"
    band = "SubcellularLocation:Cytoplasm, myofibril, sarcomere, A band"
    assert found.taken[1].key == band
    assert found.of(Hierarchy) == [
        Hierarchy(band, "SubcellularLocation:Cytoplasm, myofibril, sarcomere", "part_of", "here")
    ]


DISEASES = """Name:        humdisease.txt
ID   Immunodeficiency, common variable, 11.
AC   DI-04195
AR   CVID11.
DE   A primary immunodeficiency.
SY   Common variable
SY   immunodeficiency 11.
SY   CVI11.
DR   MIM; 615767; phenotype.
DR   MeSH; D017074.
//
ID   No number.
AC   DI-00001
AR   NN.
DE   Unknown.
DR   MeSH; D017074.
//
"""


def test_diseases(tmp_path):
    found = outcomes(written(tmp_path, DISEASES))
    assert found.format == "uniprot-diseases"
    name = "Immunodeficiency, common variable, 11"
    assert found.of(Disease) == [Disease("OMIM:615767", name, "A primary immunodeficiency.", "here")]
    assert [one.text for one in found.of(Synonym)] == ["CVID11", "Common variable immunodeficiency 11", "CVI11"]
    (rejected,) = found.rejected
    assert (rejected.reason, rejected.line) == ("a disease without one phenotype of OMIM", 12)


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "noun", "entries", "rejected"),
    [("keywlist", Term, 1201, 0), ("subcell", Term, 520, 0), ("humdisease_extract", Disease, 151, 1)],
)
def test_real_files(shared: Path, name: str, noun: type, entries: int, rejected: int):
    path = shared / "data" / "uniprot" / f"{name}.txt.gz"
    found = outcomes(path)
    text = gzip.decompress(path.read_bytes()).decode()
    head, _, body = text.partition("\n_____")
    assert found.read == entries == len(re.findall(r"^I[CDOT]   ", body, re.MULTILINE))
    assert [one.reason for one in found.rejected] == ["the last entry breaks off"] * rejected
    assert found.file.release in head
    accessions = re.findall(r"^AC   (\S+)", body, re.MULTILINE)
    held = {one.id for one in found.of(CrossReference)}
    assert len(held & set(accessions)) == entries - rejected  # the extract ends within an entry
    assert len(found.of(noun)) == entries - rejected
    known = {one.id for one in found.of(noun)}
    lost = {one.parent for one in found.of(Hierarchy)} - known
    assert not lost, sorted(lost)[:5]
