"""Names and web addresses of the databases that identifiers belong to; nothing here opens one."""

from urllib.parse import quote

from atlasview.records.reference import CrossReference

_NAMES = {
    "cl": "Cell Ontology",
    "doid": "Disease Ontology",
    "embl": "EMBL",
    "ensembl": "Ensembl",
    "go": "Gene Ontology",
    "hp": "Human Phenotype Ontology",
    "maneselect": "MANE Select",
    "ncbigene": "NCBI Gene",
    "orpha": "Orphanet",
    "pmid": "PubMed",
    "uniprotkb": "UniProt",
}
_ADDRESSES = {
    "agr": "https://www.alliancegenome.org/gene/{}",
    "alphafolddb": "https://alphafold.ebi.ac.uk/entry/{}",
    "bgee": "https://www.bgee.org/gene/{}",
    "biogrid": "https://thebiogrid.org/{}",
    "ccds": "https://www.ncbi.nlm.nih.gov/CCDS/CcdsBrowse.cgi?REQUEST=CCDS&DATA={}",
    "chembl": "https://www.ebi.ac.uk/chembl/target_report_card/{}",
    "cl": "http://purl.obolibrary.org/obo/CL_{}",
    "ctd": "https://ctdbase.org/detail.go?type=gene&acc={}",
    "dbsnp": "https://www.ncbi.nlm.nih.gov/snp/{}",
    "doi": "https://doi.org/{}",
    "doid": "https://disease-ontology.org/term/DOID:{}",
    "drugbank": "https://go.drugbank.com/drugs/{}",
    "embl": "https://www.ebi.ac.uk/ena/browser/view/{}",
    "ensembl": "https://www.ensembl.org/id/{}",
    "genecards": "https://www.genecards.org/cgi-bin/carddisp.pl?gene={}",
    "genetree": "https://www.ensembl.org/Multi/GeneTree/Image?gt={}",
    "go": "https://amigo.geneontology.org/amigo/term/GO:{}",
    "hgnc": "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:{}",
    "hp": "https://hpo.jax.org/browse/term/HP:{}",
    "hpa": "https://www.proteinatlas.org/{}",
    "intact": "https://www.ebi.ac.uk/intact/search?query={}",
    "interpro": "https://www.ebi.ac.uk/interpro/entry/InterPro/{}",
    "kegg": "https://www.genome.jp/entry/{}",
    "maneselect": "https://www.ncbi.nlm.nih.gov/nuccore/{}",
    "medgen": "https://www.ncbi.nlm.nih.gov/medgen/{}",
    "mim": "https://omim.org/entry/{}",
    "mondo": "https://monarchinitiative.org/MONDO:{}",
    "ncbigene": "https://www.ncbi.nlm.nih.gov/gene/{}",
    "omim": "https://omim.org/entry/{}",
    "opentargets": "https://platform.opentargets.org/target/{}",
    "orpha": "https://www.orpha.net/en/disease/detail/{}",
    "orphanet": "https://www.orpha.net/en/disease/detail/{}",
    "panther": "https://www.pantherdb.org/panther/family.do?clsAccession={}",
    "pdb": "https://www.rcsb.org/structure/{}",
    "pfam": "https://www.ebi.ac.uk/interpro/entry/pfam/{}",
    "pharmgkb": "https://www.pharmgkb.org/gene/{}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "prosite": "https://prosite.expasy.org/{}",
    "reactome": "https://reactome.org/content/detail/{}",
    "refseq": "https://www.ncbi.nlm.nih.gov/protein/{}",
    "smart": "https://smart.embl.de/smart/do_annotation.pl?DOMAIN={}",
    "string": "https://string-db.org/network/{}",
    "supfam": "https://supfam.org/SUPERFAMILY/cgi-bin/scop.cgi?ipid={}",
    "uniprotkb": "https://www.uniprot.org/uniprotkb/{}/entry",
}


def database_key(database: str) -> str:
    """A database's prefix as sources agree on it: `MANE-Select` and `MANE Select` are one."""
    return database.replace("-", "").replace(" ", "").casefold()


def database_name(database: str) -> str:
    """What people call a database whose identifiers have the prefix `database`."""
    return _NAMES.get(database_key(database), database)


def curie(reference: CrossReference) -> str:
    """A cross-reference as a CURIE (`NCBIGene:59067`)."""
    return f"{reference.database}:{reference.id}"


def address(identifier: str) -> str:
    """Web address of what a CURIE names; empty where none is known."""
    database, _, local = identifier.partition(":")
    pattern = _ADDRESSES.get(database_key(database))
    if pattern is None or not local:
        return ""
    return pattern.format(quote(local.removeprefix(f"{database}:"), safe="/:.()"))
