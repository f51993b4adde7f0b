"""UniProtKB JSON: one entry, or the list of a search; against a plain reading of the same files, and bad ones."""

import json
from pathlib import Path
from typing import Any

import pytest

from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.gene import Gene, GeneName
from atlasview.records.interaction import Interaction
from atlasview.records.protein import Comment, Feature, Isoform, Protein
from atlasview.records.publication import Publication
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from atlasview.records.trouble import InputRefused
from atlasview.records.variant import Variant
from tests.sources.outcomes import Outcomes, outcomes, told, written

IL21 = (
    "MRSSPGNMERIVICLMVIFLGTLVHKSSSQGQDRHMIRMRQLIDIVDQLKNYVNDLVPEFLPAPEDVETNCEWSAFSCFQKAQLKSANTGNNERIINVSI"
    "KKLKRKPPSTNAGRRQKHRLTCPSCDSYEKKPPKEFLERFKSLLQKMIHQHLSSRTHGSEDS"
)
PAPER = {"evidenceCode": "ECO:0000269", "source": "PubMed", "id": "11081504"}
ENTRY: dict[str, Any] = {
    "entryType": "UniProtKB reviewed (Swiss-Prot)",
    "primaryAccession": "Q9HBE4",
    "secondaryAccessions": ["A5J0L4"],
    "uniProtkbId": "IL21_HUMAN",
    "entryAudit": {"lastAnnotationUpdateDate": "2025-06-18", "entryVersion": 172, "sequenceVersion": 3},
    "organism": {"scientificName": "Homo sapiens", "taxonId": 9606},
    "proteinExistence": "1: Evidence at protein level",
    "proteinDescription": {"recommendedName": {"fullName": {"value": "Interleukin-21"}}},
    "genes": [{"geneName": {"value": "IL21"}}],
    "comments": [{"commentType": "FUNCTION", "texts": [{"value": "Cytokine", "evidences": [PAPER]}]}],
    "features": [
        {
            "type": "Natural variant",
            "location": {
                "start": {"value": 56, "modifier": "EXACT"},
                "end": {"value": 56, "modifier": "EXACT"},
            },
            "description": "in CVID11",
            "featureId": "VAR_071292",
            "alternativeSequence": {"originalSequence": "L", "alternativeSequences": ["P"]},
        }
    ],
    "sequence": {"value": IL21, "length": 162, "molWeight": 18653, "crc64": "54EFD4EED3AB97FE"},
}


def changed(**parts: Any) -> dict[str, Any]:
    """The entry with some parts replaced."""
    return {**ENTRY, **parts}


def of_results(folder: Path, *entries: Any) -> Path:
    return written(folder, json.dumps({"results": list(entries)}, indent=1), "results.json")


@pytest.mark.parametrize("whole", [json.dumps(ENTRY), json.dumps({"results": [ENTRY]}), json.dumps(ENTRY, indent=2)])
def test_an_entry(tmp_path, whole):
    found = outcomes(written(tmp_path, whole))
    assert found.format == "uniprot-json"
    (taken,) = found.taken
    assert (taken.key, taken.version) == ("UniProtKB:Q9HBE4", (172, "2025-06-18"))
    (comment,) = found.of(Comment)
    assert (comment.text, comment.evidence[0].reference) == ("Cytokine.", "PMID:11081504")
    (variant,) = found.of(Variant)
    assert (variant.hgvs_p, variant.isoform, variant.note) == ("p.Leu56Pro", "Q9HBE4-1", "in CVID11")
    (feature,) = found.of(Feature)
    assert feature.description == "L -> P (in CVID11)"


def test_another_organism_is_filtered(tmp_path):
    mouse = changed(organism={"scientificName": "Mus musculus", "taxonId": 10090})
    path = of_results(tmp_path, mouse, ENTRY)
    assert (len(outcomes(path).filtered), len(outcomes(path).taken)) == (1, 1)
    assert len(outcomes(path, taxon=None).taken) == 2


SEQUENCE = ENTRY["sequence"]
BEYOND = {**ENTRY["features"][0], "location": {"start": {"value": 5}, "end": {"value": 500}}}


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"sequence": {**SEQUENCE, "crc64": "0" * 16}}, "the sequence contradicts its CRC64"),
        ({"sequence": {**SEQUENCE, "length": 5}}, "the sequence contradicts its length"),
        ({"features": [BEYOND]}, "a feature lies beyond the sequence"),
        ({"entryType": "Inactive"}, "an entry that UniProt has withdrawn"),
        ({"sequence": []}, "an entry that is not built as UniProt builds them"),
        ({"sequence": {**SEQUENCE, "value": 5}}, "an entry that is not built as UniProt builds them"),
        ({"organism": {}}, "an entry without its organism"),
        ({"genes": 7}, "an entry that is not built as UniProt builds them"),
    ],
)
def test_entries_that_cannot_be_right(tmp_path, parts, reason):
    found = outcomes(of_results(tmp_path, ENTRY, changed(**parts)))
    assert len(found.taken) == 1
    (rejected,) = found.rejected
    assert rejected.reason == reason
    assert rejected.line > 60


def test_what_is_no_json_is_refused(tmp_path):
    whole = json.dumps({"results": [ENTRY, ENTRY]})
    for text in (whole[:-20], json.dumps(ENTRY)[:-20], whole.replace('"genes"', "genes")):
        with pytest.raises(InputRefused, match="breaks off"):
            outcomes(written(tmp_path, text))
    endless = json.dumps(ENTRY).replace("18653", "1" * 5000)
    with pytest.raises(InputRefused, match="a number without end"):
        outcomes(written(tmp_path, endless))
    assert told(written(tmp_path, '{"results": [{"a": 1}]}')) != "uniprot-json"


@pytest.mark.shared
def test_real_entries_against_a_plain_reading(shared: Path):
    folder = shared / "data" / "uniprot" / "json"
    for path in sorted(folder.glob("*.json")):
        said = json.loads(path.read_text())
        entries = said.get("results", [said])
        found = outcomes(path)
        assert len(found.taken) == len(entries)
        for entry, taken in zip(entries, found.taken, strict=True):
            one = Outcomes(found.format, found.file, [taken])
            assert_read(entry, one)


def assert_read(entry: dict[str, Any], found: Outcomes) -> None:
    (protein,) = found.of(Protein)
    assert protein.sequence == entry["sequence"]["value"]
    features = found.of(Feature)
    assert len(features) == len(entry["features"])
    for ours, theirs in zip(features, entry["features"], strict=True):
        assert ours.start == theirs["location"]["start"]["value"]
        assert ours.end == theirs["location"]["end"]["value"]
        assert theirs.get("description", "").rstrip(".") in ours.description
        assert ours.id == theirs.get("featureId", "")
        assert {one.code for one in ours.evidence} == {one["evidenceCode"] for one in theirs.get("evidences", ())}
    assert len(found.of(Publication)) == len(entry["references"])
    terms = {one.term for one in found.of(GeneTerm)}
    assert {f"Keyword:{one['name']}" for one in entry["keywords"]} <= terms
    held = {one.id for one in found.of(CrossReference)} | {one.rpartition(":")[2] for one in terms} | terms
    for one in entry["uniProtKBCrossReferences"]:
        assert one["id"].removeprefix("HGNC:") in held, one
    expected = {one["id"] for one in entry["uniProtKBCrossReferences"] if one["database"] == "HGNC"}
    assert {one.id for one in found.of(Gene)} == expected


@pytest.mark.shared
def test_facts_of_a_real_entry(shared: Path):
    found = outcomes(shared / "data" / "uniprot" / "json" / "O00115.json")
    assert {one.text for one in found.of(GeneName)} == {"DNASE2A", "DNL2"}
    assert [one.id for one in found.of(Disease)] == ["OMIM:619858"]
    (tie,) = found.of(DiseaseAssociation)
    assert (tie.kind, tie.publications) == ("causal", ("PMID:29259162", "PMID:31775019"))
    canonical, other = found.of(Isoform)
    assert canonical.canonical
    assert other.sequence == canonical.sequence[:115] + canonical.sequence[170:]
    assert not found.of(Interaction)
