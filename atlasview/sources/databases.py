"""The databases whose files are read: what they are called, what they allow, how they are cited."""

from dataclasses import dataclass

_CC_BY = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", True, "attribution")
_CC0 = ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", True, "")
_NCBI = ("public domain", "https://www.ncbi.nlm.nih.gov/home/about/policies/", True, "")
_EMBL_EBI = ("free of restrictions", "https://www.ebi.ac.uk/about/terms-of-use", True, "")


@dataclass(frozen=True, slots=True)
class Database:
    """A provider of facts.

    licence, licence_url, redistributable, conditions  as in `records.source.Source`
    url        its home page; shown and copied, never fetched
    published  where it publishes the files that an atlas is built from, in words a person can follow
    cite       DOI of the paper by which it asks to be cited, empty for none
    """

    name: str
    licence: str
    licence_url: str
    redistributable: bool | None
    conditions: str
    url: str
    published: str = ""
    cite: str = ""


DATABASES: dict[str, Database] = {
    "hgnc": Database(
        "HGNC",
        *_CC0,
        "https://www.genenames.org",
        "genenames.org, Downloads, Complete HGNC approved dataset (TSV or JSON)",
        "10.1093/nar/gkac888",
    ),
    "ncbi-gene": Database(
        "NCBI Gene",
        *_NCBI,
        "https://www.ncbi.nlm.nih.gov/gene",
        "ncbi.nlm.nih.gov, FTP, gene/DATA: Homo_sapiens.gene_info.gz, gene2go.gz",
        "10.1093/nar/gku1055",
    ),
    "ensembl": Database(
        "Ensembl",
        *_EMBL_EBI,
        "https://www.ensembl.org",
        "ensembl.org, FTP, current release, tsv/homo_sapiens: Homo_sapiens.GRCh38.*.entrez.tsv.gz",
        "10.1093/nar/gkad1049",
    ),
    "gencode": Database(
        "GENCODE", *_EMBL_EBI, "https://www.gencodegenes.org", "gencodegenes.org, Human", "10.1093/nar/gkac1071"
    ),
    "ccds": Database(
        "CCDS",
        *_NCBI,
        "https://www.ncbi.nlm.nih.gov/CCDS",
        "ncbi.nlm.nih.gov, FTP, CCDS/current_human: CCDS2UniProtKB.current.txt",
        "10.1093/nar/gkx1031",
    ),
    "uniprot": Database(
        "UniProtKB",
        *_CC_BY,
        "https://www.uniprot.org",
        "uniprot.org, FTP, taxonomic_divisions: uniprot_sprot_human.dat.gz (or any entry as text, XML, JSON)",
        "10.1093/nar/gkae1010",
    ),
    "cl": Database(
        "Cell Ontology",
        *_CC_BY,
        "https://obofoundry.org/ontology/cl",
        "obofoundry.org, cl: cl-basic.obo or cl-basic.json",
        "10.1186/s13326-016-0088-7",
    ),
    "go": Database(
        "Gene Ontology",
        *_CC_BY,
        "https://geneontology.org",
        "geneontology.org, Downloads, Ontology: go-basic.obo or go-basic.json",
        "10.1093/genetics/iyad031",
    ),
    "uberon": Database(
        "UBERON",
        "CC-BY-3.0",
        "https://creativecommons.org/licenses/by/3.0/",
        True,
        "attribution",
        "https://obofoundry.org/ontology/uberon",
        "obofoundry.org, uberon: basic.obo",
        "10.1186/gb-2012-13-1-r5",
    ),
    "mondo": Database(
        "Mondo",
        *_CC_BY,
        "https://mondo.monarchinitiative.org",
        "obofoundry.org, mondo: mondo.obo or mondo.json",
        "10.1101/2022.04.13.22273750",
    ),
    "do": Database(
        "Disease Ontology",
        *_CC0,
        "https://disease-ontology.org",
        "disease-ontology.org, Downloads: HumanDO.obo",
        "10.1093/nar/gkad1051",
    ),
    "hp": Database(
        "Human Phenotype Ontology",
        "HPO licence",
        "https://hpo.jax.org/license",
        True,
        "unmodified, attribution",
        "https://hpo.jax.org",
        "obofoundry.org, hp: hp.obo or hp.json",
        "10.1093/nar/gkad1005",
    ),
    "obo": Database("Ontology", "not stated", "", None, "", "https://obofoundry.org", "obofoundry.org"),
    "goa": Database(
        "GO annotations (GOA)",
        *_CC_BY,
        "https://www.ebi.ac.uk/GOA",
        "geneontology.org, Downloads, Annotations: goa_human.gaf.gz (or QuickGO's TSV)",
        "10.1093/nar/gku1113",
    ),
    "reactome": Database(
        "Reactome",
        *_CC0,
        "https://reactome.org",
        "reactome.org, Download Data: ReactomePathways.txt, ReactomePathwaysRelation.txt, UniProt2Reactome.txt",
        "10.1093/nar/gkad1025",
    ),
    "gmt": Database("Gene sets", "not stated", "", None, "", ""),
    "wikipathways": Database(
        "WikiPathways", *_CC0, "https://www.wikipathways.org", "wikipathways.org, Download, GMT", "10.1093/nar/gkad960"
    ),
    "interpro": Database(
        "InterPro",
        *_CC0,
        "https://www.ebi.ac.uk/interpro",
        "ebi.ac.uk, InterPro, Download: entry.list, interpro2go",
        "10.1093/nar/gkae1082",
    ),
    "pfam": Database(
        "Pfam",
        *_CC0,
        "https://www.ebi.ac.uk/interpro",
        "geneontology.org, external2go: pfam2go",
        "10.1093/nar/gkaa913",
    ),
    "prosite": Database(
        "PROSITE",
        "CC-BY-NC-ND-4.0",
        "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        False,
        "attribution, not commercial, unmodified",
        "https://prosite.expasy.org",
        "prosite.expasy.org, FTP: prosite.dat",
        "10.1093/nar/gks1067",
    ),
    "pubmed": Database(
        "PubMed",
        "NLM terms",
        "https://www.nlm.nih.gov/databases/download/terms_and_conditions.html",
        True,
        "attribution; abstracts may be under copyright and are not taken",
        "https://pubmed.ncbi.nlm.nih.gov",
        "pubmed.ncbi.nlm.nih.gov, Save, format PubMed (nbib); or FTP, pubmed/baseline (XML)",
        "10.1093/nar/gkae979",
    ),
    "references": Database("References", "not stated", "", None, "", ""),
    "icite": Database(
        "iCite",
        *_NCBI,
        "https://icite.od.nih.gov",
        "icite.od.nih.gov, Export of an analysis as CSV, or the monthly snapshot icite_metadata",
        "10.1371/journal.pbio.3000385",
    ),
    "string": Database(
        "STRING",
        *_CC_BY,
        "https://string-db.org",
        "string-db.org, Download, Homo sapiens: protein.links.detailed and protein.info (or protein.aliases)",
        "10.1093/nar/gkae1113",
    ),
    "intact": Database(
        "IntAct",
        *_CC_BY,
        "https://www.ebi.ac.uk/intact",
        "ebi.ac.uk, IntAct, Download: PSI-MI TAB (intact.txt, human.zip) or PSI-MI XML by species",
        "10.1093/nar/gkab1006",
    ),
    "homologies": Database("Homology statements", "not stated", "", None, "", ""),
    "scores": Database("Cell significance scores", "not stated", "", None, "", ""),
}
