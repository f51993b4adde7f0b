"""A small file of every declared format: the beginning of a real one where there is one, else one written here."""

import json
from functools import cache
from pathlib import Path

from atlasview.sources.formats import formats
from atlasview.sources.opened import SourceFile
from atlasview.sources.recognition import recognise
from tests.conftest import SHARED
from tests.sources.test_tables_in_any_shape import TABLES

LENGTH = 24 << 10
"""Bytes of a sample of lines; a structured file (XML, JSON) is taken whole up to ten times that."""
_FILES = Path(__file__).parent / "files"


def ontology(prefix: str, name: str) -> str:
    return f"""format-version: 1.2
data-version: releases/2024-02-03
ontology: {name}

[Term]
id: {prefix}:0000001
name: whole
alt_id: {prefix}:0000009
def: "A \\"whole\\" thing." [GOC:x]
synonym: "all of it" EXACT [PMID:1]
xref: MESH:D000001 "a label"
is_a: {prefix}:0000002 ! part

[Term]
id: {prefix}:0000002
name: part
namespace: biological_process
relationship: part_of {prefix}:0000001 ! whole

[Term]
id: {prefix}:0000003
name: obsolete thing
is_obsolete: true
replaced_by: {prefix}:0000001
consider: {prefix}:0000002

[Typedef]
id: part_of
name: part of
"""


def graph(prefix: str, name: str) -> str:
    address = f"http://purl.obolibrary.org/obo/{prefix}_000000"
    synonym = {"pred": "hasExactSynonym", "val": "all of it"}
    meta = {"definition": {"val": "A thing."}, "synonyms": [synonym], "xrefs": [{"val": "MESH:D1"}]}
    nodes = [{"id": f"{address}{n}", "lbl": f"thing {n}", "type": "CLASS", "meta": meta} for n in range(1, 5)]
    edges = [{"sub": f"{address}{n}", "pred": "is_a", "obj": f"{address}{n + 1}"} for n in range(1, 4)]
    said = {"version": f"http://purl.obolibrary.org/obo/{name}/releases/2024-02-03/{name}.json"}
    whole = {"id": f"http://purl.obolibrary.org/obo/{name}.json", "meta": said, "nodes": nodes, "edges": edges}
    return json.dumps({"graphs": [whole]}, indent=1)


_ONTOLOGIES = {
    "cl": ("CL", "cl"),
    "go": ("GO", "go"),
    "uberon": ("UBERON", "uberon"),
    "mondo": ("MONDO", "mondo"),
    "do": ("DOID", "doid"),
    "hp": ("HP", "hp"),
    "obo": ("PATO", "pato"),
}
_SELECTED = ("Q9HBE4", "IL21_HUMAN", "59067", "NP_068575.1", "", "2OQP:A", "GO:0005125; GO:0005576", *[""] * 5, "9606")
"""The first cells of a row of idmapping_selected.tab, which has 22."""

PUBMED_XML = """<?xml version="1.0" ?>
<PubmedArticleSet>
<PubmedArticle><MedlineCitation><PMID Version="1">2317865</PMID><Article><Journal><JournalIssue><Volume>60</Volume>
<Issue>6</Issue><PubDate><Year>1990</Year></PubDate></JournalIssue><ISOAbbreviation>Cell</ISOAbbreviation></Journal>
<ArticleTitle>Cloning of the <i>IL7</i> receptor.</ArticleTitle><Pagination><MedlinePgn>941-51</MedlinePgn></Pagination>
<Abstract><AbstractText>Words that are not taken.</AbstractText></Abstract>
<AuthorList><Author><LastName>Goodwin</LastName><Initials>RG</Initials></Author>
<Author><CollectiveName>A group</CollectiveName></Author></AuthorList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">10.1016/0092-8674(90)90342-C</ArticleId></ArticleIdList></PubmedData>
</PubmedArticle>
</PubmedArticleSet>
"""

_INTERACTOR = """<participant id="{0}"><interactor id="{0}"><names><shortLabel>x</shortLabel></names>
<xref><primaryRef db="uniprotkb" id="{0}" refType="identity"/></xref><organism ncbiTaxId="9606"/></interactor>
</participant>"""
PSI_MI = f"""<?xml version="1.0" encoding="UTF-8"?>
<entrySet level="3" version="0" minorVersion="0" xmlns="http://psi.hupo.org/mi/mif300">
<entry><source releaseDate="2024-02-01"/>
<interactionList><interaction id="1">
<participantList>{_INTERACTOR.format("Q9HBE4")}{_INTERACTOR.format("P16871")}</participantList>
<negative>false</negative>
<confidenceList><confidence><unit><names><shortLabel>intact-miscore</shortLabel></names></unit><value>0.56</value>
</confidence></confidenceList>
</interaction></interactionList></entry>
</entrySet>
"""

WRITTEN: dict[str, str] = {
    **TABLES,
    "uniprot-idmapping-selected": "\t".join((*_SELECTED, *[""] * 5, "ENSG00000138684", "", "", "")) + "\n",
    "uniprot-rdf": '<?xml version="1.0"?>\n<rdf:RDF xmlns="http://purl.uniprot.org/core/" xmlns:rdf="http://x#">\n</rdf:RDF>\n',
    **{key: ontology(*said) for key, said in _ONTOLOGIES.items()},
    **{f"{key}-json": graph(*said) for key, said in _ONTOLOGIES.items()},
    "pubmed-xml": PUBMED_XML,
    "psi-mi-xml": PSI_MI,
    "pmid-list": "2317865\n11081504\n12230038\n",
    "wikipathways-gmt": "Cytokines%WikiPathways_20240210%WP530%Homo sapiens\thttps://x/WP530\t3575\t3558\n",
    "reactome-chemicals": "10033\tR-HSA-6806664\thttps://x\tMetabolism of vitamin K\tTAS\tHomo sapiens\n",
    "hgnc-json": json.dumps(
        {
            "responseHeader": {"status": 0},
            "response": {
                "numFound": 1,
                "docs": [
                    {
                        "hgnc_id": "HGNC:6024",
                        "symbol": "IL7R",
                        "name": "interleukin 7 receptor",
                        "status": "Approved",
                        "alias_symbol": ["CD127"],
                        "uniprot_ids": ["P16871"],
                    }
                ],
            },
        }
    ),
}
"""Samples by the key of their format."""


@cache
def samples() -> dict[str, tuple[bytes, ...]]:
    """Samples of each format by its key: what is written here, and the smallest real file that is read as it."""
    found: dict[str, dict[str, bytes]] = {key: {"written": text.encode()} for key, text in WRITTEN.items()}
    for name, folder in (("committed", _FILES), ("shared", SHARED / "data")):
        files = [path for path in folder.rglob("*") if path.is_file()] if folder.is_dir() else []
        for path in sorted(files, key=lambda path: -path.stat().st_size):
            for one in recognise(path):
                if one.format and (start := _beginning(path, one.member)):
                    found.setdefault(one.format.key, {})[name] = start
    known = {one.key for one in formats()}
    return {key: tuple(several.values()) for key, several in found.items() if key in known}


def _beginning(path: Path, member: str) -> bytes:
    """Whole records from the beginning of a file; nothing of structured files that are too long for that."""
    with SourceFile(path, member) as file:
        start = file.binary().read(10 * LENGTH + 1)
    if start.lstrip()[:1] in (b"{", b"<", b"["):
        return start if len(start) <= 10 * LENGTH else b""
    for end in (b"\n//\n", b"\n\n", b"\n"):
        if len(start) > LENGTH and (at := start[:LENGTH].rfind(end)) > 0:
            return start[: at + len(end)]
    return start
