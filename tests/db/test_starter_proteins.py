"""Proteins of the starter atlas against Biopython's reading of the same entries."""

import re
from collections import Counter

import pytest
from Bio.SeqFeature import UnknownPosition
from Bio.SeqUtils.CheckSum import crc64

from db.collect.variants import hgvs
from tests.db.starter import entries, listed, needs_shared, rows

THREE = dict(
    zip(
        "ARNDCQEGHILKMFPSTWYVU",
        re.findall("...", "AlaArgAsnAspCysGlnGluGlyHisIleLeuLysMetPheProSerThrTrpTyrValSec"),
        strict=True,
    )
)


def plain(text: str) -> str:
    """A text without spaces, which is where two readers may break lines differently."""
    return re.sub(r"\s", "", text).replace('""', '"')


def test_checksum_and_length_of_each_sequence():
    for row in rows("proteins"):
        assert crc64(row["sequence"]) == f"CRC-{row['crc64']}", row["accession"]
    il21 = next(row for row in rows("proteins") if row["accession"] == "Q9HBE4")
    assert (len(il21["sequence"]), il21["crc64"], il21["mass"]) == (162, "54EFD4EED3AB97FE", "18653")
    assert max(len(row["sequence"]) for row in rows("proteins")) == 4391


def test_features_lie_within_their_sequence():
    lengths = {row["id"]: len(row["sequence"]) for row in rows("isoforms") if row["sequence"]}
    lengths |= {row["accession"]: len(row["sequence"]) for row in rows("proteins")}
    for row in rows("features"):
        ends = [int(row[name]) for name in ("start", "end") if row[name]]
        assert ends == sorted(ends), row
        assert all(1 <= end <= lengths[row["sequence"]] for end in ends), row
    assert sum(row["protein"] == "UniProtKB:P04637" for row in rows("features")) == 1518


@needs_shared
def test_features_are_those_that_biopython_reads():
    by_protein: dict[str, list[dict[str, str]]] = {}
    for row in rows("features"):
        by_protein.setdefault(row["protein"].partition(":")[2], []).append(row)
    for accession, record in entries().items():
        ordered = sorted(by_protein[accession], key=lambda row: int(row["ordinal"]))
        assert [int(row["ordinal"]) for row in ordered] == list(range(1, len(ordered) + 1))
        held = [row for row in ordered if row["source"] == "uniprot"]
        assert [int(row["ordinal"]) for row in held] == list(range(1, len(record.features) + 1))
        for row, feature in zip(held, record.features, strict=True):
            place = feature.location
            assert row["type"] == feature.type
            assert row["sequence"] == (place.ref or accession)
            assert row["start"] == ("" if isinstance(place.start, UnknownPosition) else str(place.start + 1))
            assert row["end"] == ("" if isinstance(place.end, UnknownPosition) else str(int(place.end)))
            assert row["id"] == (feature.id or "")
            assert plain(feature.qualifiers.get("note", "")) in plain(row["description"])
            assert plain(feature.qualifiers.get("ligand", "")) in plain(row["description"])
            said = plain(feature.qualifiers.get("evidence", "")).replace("PubMed:", "PMID:")
            assert ",".join(listed(row["evidence"])).replace(" ", "|") == said


def test_the_card_of_il7r_points_out_two_tyrosines_and_three_differences():
    sequence = next(row["sequence"] for row in rows("proteins") if row["id"] == "UniProtKB:P16871")
    own = [row for row in rows("features") if row["source"] == "atlas-haematology-il7r"]
    assert [(row["sequence"], row["start"], row["end"]) for row in own] == [
        ("P16871", "401", "401"),
        ("P16871", "449", "449"),
    ]
    assert {sequence[int(row["start"]) - 1] for row in own} == {"Y"}
    uniprot = Counter(row["type"] for row in rows("features") if row["protein"] == "UniProtKB:P16871")
    said = {row["what"]: row["value"] for row in rows("differences")}
    assert (uniprot["DISULFID"], uniprot["DOMAIN"]) == (3, 1)
    assert said["disulfide bonds"] == "4 paired cysteines; UniProt has 3 bonds"
    assert "UniProt has 1 (131-231)" in said["fibronectin domains"]
    (change,) = (row for row in rows("features") if row["start"] == "237" and "isoform 4" in row["description"])
    assert len(change["description"].partition("->")[2].partition("(")[0].replace(" ", "")) == 25
    assert "UniProt has 25 (isoform 4, from 237)" in said["soluble form"]


@needs_shared
def test_isoforms_are_spliced_as_the_entry_says():
    by_id = {row["id"]: row for row in rows("isoforms")}
    compared = Counter[str]()
    for record in entries().values():
        changes = {feature.id: feature for feature in record.features if feature.type == "VAR_SEQ"}
        described = next((text for text in record.comments if text.startswith("ALTERNATIVE PRODUCTS")), "")
        described = re.sub(r"\s*\{ECO:[^}]*\}", "", described)
        for identifier, said in re.findall(r"IsoId=([\w-]+)[^;]*;\s*Sequence=([^;]+);", described):
            sequence = by_id[identifier]["sequence"]
            if said == "Displayed":
                assert sequence == record.sequence
            elif said.startswith("VSP"):
                assert sequence == _spliced(record.sequence, [changes[key] for key in re.findall(r"VSP_\d+", said)])
            else:
                assert sequence == ""
            compared[said.partition("_")[0]] += 1
    assert compared["VSP"] > 150


def _spliced(sequence: str, features: list) -> str:
    letters = list(sequence)
    for feature in features:
        found = re.search(r"->(\w+)\(", plain(feature.qualifiers["note"]))
        first, last = int(feature.location.start), int(feature.location.end)
        letters[first:last] = [found.group(1) if found else ""] + [""] * (last - first - 1)
    return "".join(letters)


def test_isoforms_of_known_length_and_one_canonical_each():
    lengths = {row["id"]: len(row["sequence"]) for row in rows("isoforms")}
    assert (lengths["Q9HBE4-2"], lengths["P16871-3"], lengths["P16871-4"]) == (153, 261, 252)
    canonical = Counter(row["protein"] for row in rows("isoforms") if row["canonical"] == "1")
    assert set(canonical.values()) == {1}
    assert len(canonical) == len(rows("proteins"))


def test_variants_fit_the_residues_of_their_isoform():
    sequences = {row["id"]: row["sequence"] for row in rows("isoforms")}
    for row in rows("variants"):
        if row["isoform"]:
            at = int(row["position"]) - 1
            assert sequences[row["isoform"]][at : at + len(row["ref"])] == row["ref"]
            for name, position in re.findall(r"([A-Z][a-z]{2})(\d+)", row["hgvs_p"]):
                assert THREE[sequences[row["isoform"]][int(position) - 1]] == name, row["hgvs_p"]


def test_variants_that_the_documents_name():
    found = {(row["gene"], row["hgvs_p"]): row for row in rows("variants") if row["source"] != "uniprot"}
    assert found["HGNC:6024", "p.Ser185Cys"]["origin"] == "somatic"
    assert found["HGNC:6024", "p.Cys118Tyr"]["origin"] == "germline"
    assert found["HGNC:6024", "p.Thr244Ile"]["significance"] == "risk-allele"
    il21 = next(row for row in rows("variants") if row["gene"] == "HGNC:6005")
    assert (il21["hgvs_p"], il21["disease"], il21["publications"]) == ("p.Leu56Pro", "OMIM:615767", "PMID:24746753")


@pytest.mark.parametrize(
    ("start", "ref", "alt", "name"),
    [
        (2, "K", "R", "p.Lys2Arg"),
        (2, "K", "", "p.Lys2del"),
        (2, "KLM", "", "p.Lys2_Met4del"),
        (2, "KL", "RV", "p.Lys2_Leu3delinsArgVal"),
        (2, "KLM", "KVM", "p.Leu3Val"),
        (2, "K", "KNP", "p.Lys2_Leu3insAsnPro"),
        (2, "K", "KK", "p.Lys2dup"),
    ],
)
def test_changes_are_named_by_hgvs(start: int, ref: str, alt: str, name: str):
    assert hgvs("MKLMW", start, ref, alt)[0] == name
