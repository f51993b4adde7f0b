"""UniProtKB flat text against Biopython's reading of the same entries, and what is wrong with bad ones."""

import gzip
import io
import re
import warnings
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from Bio import SwissProt
from Bio.SeqFeature import UnknownPosition
from Bio.SeqUtils import molecular_weight
from Bio.SeqUtils.CheckSum import crc64

from atlasview.records.disease import DiseaseAssociation
from atlasview.records.protein import Comment, Feature, GeneProtein, Isoform, Protein, ProteinName
from atlasview.records.publication import Citation, Publication
from atlasview.records.reference import CrossReference
from atlasview.records.term import GeneTerm
from atlasview.records.variant import Variant
from atlasview.sources import uniprot_text
from atlasview.sources.opened import SourceFile
from atlasview.sources.tables import read_tables
from atlasview.sources.taken import Outcome, Taken
from tests.conftest import CHECKOUT

FILES = (
    "uniprot_sprot_human_extract.dat.gz",
    "uniprot_other_organisms_extract.dat.gz",
    "multi_ex/multi_ex.txt",
    "entries/P04637.txt",
    "entries/P16871.txt",
    "entries/Q9HBE4.txt",
    "entries/P05067_2020_02.txt",
    "entries/P21802_2020_02.txt",
)
PLAIN_TOPICS = ("FUNCTION", "SUBUNIT", "PTM", "TISSUE SPECIFICITY", "DOMAIN", "INDUCTION", "SIMILARITY")
NOT_IDENTIFIERS = {"GO", "Reactome"}


def read(path: Path, taxon: int | None = None) -> list[Outcome]:
    with SourceFile(path, source="uniprot", taxon=taxon) as file:
        return list(uniprot_text.read(file))


def biopython(path: Path) -> dict[str, Any]:
    """Biopython's records by accession; it warns of lines that wrap as it does not expect."""
    packed = path.read_bytes()
    text = (gzip.decompress(packed) if path.suffix == ".gz" else packed).decode()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return {record.accessions[0]: record for record in SwissProt.parse(io.StringIO(text))}


def plain(text: str) -> str:
    """A text without spaces, which is where two readers may break lines differently."""
    return re.sub(r"\s", "", text).replace('""', '"')


def of(taken: Taken, kind: type) -> list[Any]:
    return [record for record in taken.records if type(record) is kind]


@pytest.fixture(scope="module", params=FILES)
def pairs(request: pytest.FixtureRequest, shared: Path) -> list[tuple[Taken, Any]]:
    """What each entry of a file gives, with Biopython's record of it."""
    path = shared / "data" / "uniprot" / request.param
    theirs = biopython(path)
    ours = read(path)
    assert all(isinstance(one, Taken) for one in ours), [one for one in ours if not isinstance(one, Taken)][:3]
    assert [one.key for one in ours if isinstance(one, Taken)] == [f"UniProtKB:{accession}" for accession in theirs]
    return [(one, theirs[one.key.partition(":")[2]]) for one in ours if isinstance(one, Taken)]


@pytest.mark.shared
def test_identity_and_sequence(pairs):
    for taken, record in pairs:
        (protein,) = of(taken, Protein)
        assert protein.sequence == record.sequence
        assert crc64(protein.sequence) == f"CRC-{protein.crc64}"
        assert (protein.entry_name, protein.reviewed) == (record.entry_name, record.data_class == "Reviewed")
        assert (protein.accession, *protein.secondary) == tuple(record.accessions)
        assert str(protein.taxon) == record.taxonomy_id[0]
        assert record.organism.startswith(protein.organism)
        assert protein.existence == record.protein_existence
        assert protein.version == record.sequence_update[1]
        assert taken.version[0] == record.annotation_update[1]
        assert protein.mass == record.seqinfo[1]


@pytest.mark.shared
def test_mass_is_that_of_the_chain(pairs):
    for taken, _record in pairs:
        (protein,) = of(taken, Protein)
        if protein.mass and not set(protein.sequence) & set("XBZJ"):
            computed = molecular_weight(protein.sequence, "protein")
            assert abs(computed - protein.mass) <= max(1.0, 6e-5 * protein.mass), protein.accession


@pytest.mark.shared
def test_features_are_those_that_biopython_reads(pairs):
    for taken, record in pairs:
        held: list[Feature] = of(taken, Feature)
        accession = record.accessions[0]
        assert [feature.ordinal for feature in held] == list(range(1, len(record.features) + 1))
        for ours, theirs in zip(held, record.features, strict=True):
            place, given = theirs.location, theirs.qualifiers
            assert (ours.type, ours.id) == (theirs.type, theirs.id or "")
            assert ours.sequence == (place.ref or accession)
            assert ours.start == (None if isinstance(place.start, UnknownPosition) else place.start + 1)
            assert ours.end == (None if isinstance(place.end, UnknownPosition) else int(place.end))
            for name in ("ligand", "ligand_label", "ligand_part", "ligand_note", "note"):
                assert plain(given.get(name, "")) in plain(ours.description)
            if set(given) <= {"note", "evidence"}:
                assert plain(given.get("note", "")) == plain(ours.description)
            if "description" in given:
                said = re.sub(r"\.?\{ECO:[^}]*\}", "", plain(given["description"]))
                assert said.removesuffix(".") == plain(ours.description)
            evidence = plain(given.get("evidence", "")).replace("PubMed:", "PMID:")
            if "evidence" in given:
                assert ",".join(f"{e.code}|{e.reference}".removesuffix("|") for e in ours.evidence) == evidence


@pytest.mark.shared
def test_isoforms_are_spliced_as_the_entry_says(pairs):
    for taken, record in pairs:
        changes = {feature.id: feature for feature in record.features if feature.type == "VAR_SEQ"}
        text = next((one for one in record.comments if one.startswith("ALTERNATIVE PRODUCTS")), "")
        said = dict(re.findall(r"IsoId=([\w-]+)[^;]*;\s*Sequence=([^;]+);", re.sub(r"\s*\{ECO:[^}]*\}", "", text)))
        isoforms: list[Isoform] = of(taken, Isoform)
        if not said:
            (only,) = isoforms
            assert only.canonical
            assert only.sequence == record.sequence
            continue
        assert [isoform.id for isoform in isoforms] == list(said)
        for isoform in isoforms:
            if said[isoform.id] == "Displayed":
                assert isoform.canonical
                assert isoform.sequence == record.sequence
            elif said[isoform.id].startswith("VSP"):
                keys = re.findall(r"VSP_\d+", said[isoform.id])
                assert isoform.sequence == spliced(record.sequence, [changes[key] for key in keys]), isoform.id
            else:
                assert isoform.sequence is None
                assert isoform.note


def spliced(sequence: str, changes: list[Any]) -> str:
    """The sequence with the changes of VAR_SEQ features, from the last to the first."""
    for feature in sorted(changes, key=lambda one: -int(one.location.start)):
        note = feature.qualifiers.get("note") or feature.qualifiers["description"]
        new = "" if note.startswith("Missing") else re.split(r"[(,]", note.partition("->")[2])[0].replace(" ", "")
        sequence = sequence[: int(feature.location.start)] + new.strip(".") + sequence[int(feature.location.end) :]
    return sequence


@pytest.mark.shared
def test_citations_are_those_that_biopython_reads(pairs):
    for taken, record in pairs:
        papers: list[Publication] = of(taken, Publication)
        citations: list[Citation] = of(taken, Citation)
        assert len(papers) == len(citations) == len(record.references)
        for paper, citation, theirs in zip(papers, citations, record.references, strict=True):
            known = {name.upper(): value for name, value in theirs.references}
            assert paper.pmid == known.get("PUBMED", "")
            assert paper.doi == known.get("DOI", "").lower()
            assert citation.publication == paper.id
            assert paper.id == (
                (f"PMID:{paper.pmid}" if paper.pmid else f"DOI:{paper.doi}" if paper.doi else "")
                or f"uniprot:{record.accessions[0]}.{theirs.number}"
            )
            assert plain(paper.title) == plain(theirs.title).strip('";').replace('""', '"')
            authors = [plain(name) for name in re.split(r"[,;]\s", theirs.authors) if name]
            assert set(authors) <= {plain(name).rstrip(";") for name in paper.authors}
            assert len(authors) <= len(paper.authors)
            assert plain("".join(theirs.positions)).rstrip(".") == plain(citation.scope)
            place = plain(theirs.location)
            assert paper.year is not None and str(paper.year) in place
            assert plain(paper.volume) in place and paper.pages in place
            if not place.startswith(("Submitted", "Unpublished", "Thesis", "Patent")):
                assert place.startswith(plain(paper.journal))


@pytest.mark.shared
def test_cross_references_are_those_that_biopython_reads(pairs):
    for taken, record in pairs:
        subject = taken.key
        held = {(one.database, one.id) for one in of(taken, CrossReference) if one.subject == subject}
        terms = {one.term for one in of(taken, GeneTerm)}
        isoforms = {(one.id, part) for one in of(taken, CrossReference) for part in one.label.split("; ")}
        prefixes = {"GeneID": "NCBIGene", "MIM": "OMIM", "Ensembl": "ENSEMBL", "Orphanet": "ORPHA"}
        for database, identifier, *values in record.cross_references:
            name = {**prefixes, "MANE-Select": "MANE Select"}.get(database, database)
            if database in NOT_IDENTIFIERS:
                assert identifier in terms or f"{database}:{identifier}" in terms
            elif identifier != "-":
                assert (name, identifier.removeprefix(f"{database}:")) in held, (database, identifier)
                if found := re.search(r"\. \[([\w-]+)\]$", values[-1]):
                    assert (identifier, f"isoform {found[1]}") in isoforms
        keywords = {one.removeprefix("Keyword:") for one in terms if one.startswith("Keyword:")}
        theirs = {plain(one.partition(" {")[0]) for one in record.keywords if not re.search(r"^ECO:|^[^{]*}$", one)}
        assert {plain(one) for one in keywords} == theirs


@pytest.mark.shared
def test_the_starter_holds_what_the_reader_reads(shared: Path):
    """The starter's tables were gathered by readers of their own from the same entries."""
    starter = read_tables(CHECKOUT / "db" / "starter")
    path = shared / "data" / "uniprot" / "uniprot_sprot_human_extract.dat.gz"
    ours = [one for one in read(path, 9606) if isinstance(one, Taken)]
    genes = {link.protein: link.gene for one in ours for link in of(one, GeneProtein)}
    proteins = {protein.id for protein in starter.of(Protein)}
    records = [record for one in ours if one.key in proteins for record in one.records]
    for kind in (Protein, ProteinName, Isoform, Feature, GeneProtein, Variant, DiseaseAssociation):
        theirs = {record for record in starter.of(kind) if record.source == "uniprot"}
        read_here = {
            replace(record, gene=genes.get(record.gene, record.gene)) if hasattr(record, "gene") else record
            for record in records
            if type(record) is kind
        }
        assert len(theirs) > 80
        assert read_here == theirs, kind
    held = {record for record in starter.of(CrossReference) if record.source == "uniprot"}
    assert held <= set(records)


@pytest.mark.shared
def test_comments_say_what_biopython_reads(pairs):
    """Every letter, also of words that begin a line as its code does (`CCNE1`)."""
    for taken, record in pairs:
        held: list[Comment] = of(taken, Comment)
        said = [(one.topic, re.sub(r"\W", "", one.text)) for one in held if one.topic in PLAIN_TOPICS]
        theirs = [one.partition(": ")[::2] for one in record.comments]
        assert said == [(topic, words_of(text)) for topic, text in theirs if topic in PLAIN_TOPICS], taken.key


def words_of(comment: str) -> str:
    """Letters and digits of a comment as flat text has it, without evidence and the molecule that it is said of."""
    return re.sub(r"\W", "", re.sub(r"^\[[^\]]*\]: ", "", re.sub(r"\{ECO:[^}]*\}", "", comment)))
