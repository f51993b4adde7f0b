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

_GENE_PREDICTION = ("182", "NM_1", "NC_000004.12", "+", "100", "900", "150", "820", "2", "100,800,", "200,900,")
"""The first cells of a row of refGene with its bin."""
VCV = """<?xml version="1.0" encoding="UTF-8"?>
<ClinVarVariationRelease ReleaseDate="2024-02-06" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<VariationArchive VariationID="1" VariationName="NM_002185.5(IL7R):c.731C&gt;T (p.Thr244Ile)" Accession="VCV000000001">
  <Species>Homo sapiens</Species>
  <ClassifiedRecord>
    <SimpleAllele AlleleID="2" VariationID="1">
      <GeneList><Gene Symbol="IL7R" GeneID="3575" HGNC_ID="HGNC:6024"/></GeneList>
      <Name>NM_002185.5(IL7R):c.731C&gt;T (p.Thr244Ile)</Name>
      <XRefList><XRef Type="rs" ID="6897932" DB="dbSNP"/></XRefList>
    </SimpleAllele>
    <Classifications>
      <GermlineClassification>
        <Description>Benign/Likely benign</Description>
        <ConditionList><TraitSet ID="3" Type="Disease"><Trait ID="4" Type="Disease">
          <XRef ID="608971" Type="MIM" DB="OMIM"/></Trait></TraitSet></ConditionList>
      </GermlineClassification>
    </Classifications>
    <ClinicalAssertionList><ClinicalAssertion><ObservedInList><ObservedIn><Sample><Origin>germline</Origin></Sample>
    </ObservedIn></ObservedInList></ClinicalAssertion></ClinicalAssertionList>
  </ClassifiedRecord>
</VariationArchive>
</ClinVarVariationRelease>
"""
CLINVAR_SET = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<ReleaseSet Dated="2020-02-03" Type="full" xsi:noNamespaceSchemaLocation="clinvar_public_1.59.xsd"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<ClinVarSet ID="1">
  <ReferenceClinVarAssertion>
    <ClinicalSignificance><Description>Pathogenic</Description></ClinicalSignificance>
    <ObservedIn><Sample><Origin>germline</Origin><Species TaxonomyId="9606">human</Species></Sample></ObservedIn>
    <MeasureSet Type="Variant" ID="1"><Measure Type="single nucleotide variant" ID="2">
      <Name><ElementValue Type="Preferred">NM_002185.5(IL7R):c.197T&gt;C (p.Ile66Thr)</ElementValue></Name>
      <MeasureRelationship Type="within single gene">
        <Symbol><ElementValue Type="Preferred">IL7R</ElementValue></Symbol><XRef ID="3575" DB="Gene"/>
      </MeasureRelationship>
      <XRef Type="rs" ID="1494558" DB="dbSNP"/>
    </Measure></MeasureSet>
    <TraitSet Type="Disease" ID="3"><Trait ID="4" Type="Disease">
      <XRef Type="MIM" ID="608971" DB="OMIM"/></Trait></TraitSet>
  </ReferenceClinVarAssertion>
</ClinVarSet>
</ReleaseSet>
"""
ORPHADATA = """<?xml version="1.0" encoding="ISO-8859-1"?>
<JDBOR date="2024-06-11 06:19:06" version="1.3.31">
  <DisorderList count="1">
    <Disorder id="1">
      <OrphaCode>169154</OrphaCode>
      <Name lang="en">Deficit in IL7R</Name>
      <DisorderGeneAssociationList count="1">
        <DisorderGeneAssociation>
          <SourceOfValidation>9843216[PMID]_11023514[PMID]</SourceOfValidation>
          <Gene id="2"><Symbol>IL7R</Symbol><ExternalReferenceList count="1"><ExternalReference id="3">
            <Source>HGNC</Source><Reference>6024</Reference></ExternalReference></ExternalReferenceList></Gene>
          <DisorderGeneAssociationType id="4">
            <Name lang="en">Disease-causing germline mutation(s) (loss of function) in</Name>
          </DisorderGeneAssociationType>
        </DisorderGeneAssociation>
      </DisorderGeneAssociationList>
    </Disorder>
  </DisorderList>
</JDBOR>
"""
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

GENULAR = {
    "geneID": 59067,
    "tax": {"id": 9606, "name": {"name": "Homo sapiens"}},
    "updated": "2024-05-06T01:02:03",
    "symbol": "IL21",
    "desc": "interleukin 21",
    "geneType": 6,
    "chrom": {"pos": "4", "type": "", "loc": "4q27"},
    "genePos": {"start": 122612628, "end": 122621066},
    "crossReference": {
        "bulk": [{"dbName": "HGNC", "value": "HGNC:6005"}, {"dbName": "MIM", "value": "605384"}],
        "enseGeneID": "ENSG00000138684.8",
        "pubMed": [11081504, "12759422"],
    },
    "mim": [{"id": 615767, "relation": "phenotype", "cui": "C1"}, {"id": 605384, "relation": "gene"}],
    "ontology": [
        {"id": "GO0005125", "term": "cytokine activity", "cat": 0, "pubMed": [11081504]},
        {"id": "R-HSA-9020958", "term": "Interleukin-21 signaling", "cat": 12, "pubMed": []},
    ],
    "singleCellExpressions": {
        "effectSizes": [
            {"i": "CL0000084", "c": "A", "s": 7.5},
            {"cell_id": "CL0000084", "context": "U0002048", "markerScore": 3, "scoreThreshold": 1, "foldChange": 3},
            {"i": "CL0000084", "c": "A", "csi": 12.5, "rcsi": 80, "prs": 99.5, "deltaVal": 0.4, "p": 1e-9},
            {"i": "CL0000084", "c": "Q1", "csi": 1},
            {"i": "T cell", "c": "A", "csi": 1},
        ]
    },
    "protein": [
        {
            "proteinID": "MADE_HUMAN",
            "accession": ["Q9HBE4", "A5J0L4"],
            "symbol": "IL21",
            "name": "Interleukin-21",
            "databaseIDs": {"PDB": ["2OQP", "3TGX"]},
            "citations": [{"title": "A paper.", "pubmedID": 11081504, "doi": "", "scope": ["FUNCTION"]}],
            "refSeq": "NP_068575",
            "interactionPartners": [{"partnerID": "P16871", "score": 0.9}, {"partnerID": "EBI-1", "score": 0.2}],
            "proteinMotifs": [{"id": "x", "sequence": "MR"}],
            "sequence": {"length": 5, "mass": 600, "version": 1, "sequence": "MRSSP"},
            "existence": 1,
            "relevance": 1,
        },
        {"proteinID": "NO_HUMAN", "accession": [], "sequence": {"sequence": "MR"}},
    ],
    "novelty": 1,
}
"""A document in the shape that Genular publishes; its protein is cut short."""

WRITTEN: dict[str, str] = {
    "genular": json.dumps({"total": 1, "currentPage": 1, "results": [GENULAR]}, indent=1),
    **TABLES,
    "uniprot-idmapping-selected": "\t".join((*_SELECTED, *[""] * 5, "ENSG00000138684", "", "", "")) + "\n",
    "ucsc-genes": "\t".join((*_GENE_PREDICTION, "0", "CAMK2D", "cmpl", "cmpl", "0,1,")) + "\n",
    "uniprot-rdf": '<?xml version="1.0"?>\n<rdf:RDF xmlns="http://purl.uniprot.org/core/" xmlns:rdf="http://x#">\n</rdf:RDF>\n',
    **{key: ontology(*said) for key, said in _ONTOLOGIES.items()},
    **{f"{key}-json": graph(*said) for key, said in _ONTOLOGIES.items()},
    "gwas": "PUBMEDID\tDISEASE/TRAIT\tSNPS\n1\tx\trs1\n",
    "gnomad-constraint": "gene\ttranscript\tpLI\tlof.oe_ci.upper\nIL7R\tENST00000303115\t0.1\t0.9\n",
    "clinvar-vcv-xml": VCV,
    "clinvar-xml": CLINVAR_SET,
    "orphadata": ORPHADATA,
    "pubmed-xml": PUBMED_XML,
    "psi-mi-xml": PSI_MI,
    "pmid-list": "2317865\n11081504\n12230038\n",
    "wikipathways-gmt": "Cytokines%WikiPathways_20240210%WP530%Homo sapiens\thttps://x/WP530\t3575\t3558\n",
    "expression-matrix": "gene\tsymbol\tday 0\tday 7\nENSG00000168685\tIL7R\t19.1\t0\nENSG00000138684\tIL21\tNA\t1e3\n",
    "gct-probes": "#1.2\n1\t2\nName\tDescription\tALL\tAML\n1002_f_at\tchr10\t1388\t775\n",
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
