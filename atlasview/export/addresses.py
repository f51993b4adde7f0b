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
    "antibodypedia": "https://www.antibodypedia.com/gene/{}",
    "bgee": "https://www.bgee.org/gene/{}",
    "bindingdb": "https://www.bindingdb.org/uniprot/{}",
    "biogrid": "https://thebiogrid.org/{}",
    "biogridorcs": "https://orcs.thebiogrid.org/Gene/{}",
    "brenda": "https://www.brenda-enzymes.org/enzyme.php?ecno={}",
    "ccds": "https://www.ncbi.nlm.nih.gov/CCDS/CcdsBrowse.cgi?REQUEST=CCDS&DATA={}",
    "cdd": "https://www.ncbi.nlm.nih.gov/Structure/cdd/cddsrv.cgi?uid={}",
    "chembl": "https://www.ebi.ac.uk/chembl/target_report_card/{}",
    "complexportal": "https://www.ebi.ac.uk/complexportal/complex/{}",
    "cosmic": "https://cancer.sanger.ac.uk/cosmic/gene/analysis?ln={}",
    "ctd": "https://ctdbase.org/detail.go?type=gene&acc={}",
    "dbsnp": "https://www.ncbi.nlm.nih.gov/snp/{}",
    "disprot": "https://disprot.org/{}",
    "doi": "https://doi.org/{}",
    "doid": "https://disease-ontology.org/term/DOID:{}",
    "drugbank": "https://go.drugbank.com/drugs/{}",
    "ec": "https://enzyme.expasy.org/EC/{}",
    "efo": "http://www.ebi.ac.uk/efo/EFO_{}",
    "embl": "https://www.ebi.ac.uk/ena/browser/view/{}",
    "emdb": "https://www.ebi.ac.uk/emdb/{}",
    "ena": "https://www.ebi.ac.uk/ena/browser/view/{}",
    "ensembl": "https://www.ensembl.org/id/{}",
    "gencc": "https://search.thegencc.org/genes/{}",
    "gencode": "https://www.ensembl.org/id/{}",
    "gene3d": "https://www.cathdb.info/version/latest/superfamily/{}",
    "genecards": "https://www.genecards.org/cgi-bin/carddisp.pl?gene={}",
    "genetree": "https://www.ensembl.org/Multi/GeneTree/Image?gt={}",
    "genewiki": "https://en.wikipedia.org/wiki/{}",
    "glygen": "https://www.glygen.org/protein/{}",
    "go": "https://amigo.geneontology.org/amigo/term/GO:{}",
    "guidetopharmacology": "https://www.guidetopharmacology.org/GRAC/ObjectDisplayForward?objectId={}",
    "hamap": "https://hamap.expasy.org/signature/{}",
    "hgnc": "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:{}",
    "hgncgenegroup": "https://www.genenames.org/data/genegroup/#!/group/{}",
    "hp": "https://hpo.jax.org/browse/term/HP:{}",
    "hpa": "https://www.proteinatlas.org/{}",
    "intact": "https://www.ebi.ac.uk/intact/search?query={}",
    "interpro": "https://www.ebi.ac.uk/interpro/entry/InterPro/{}",
    "iuphar": "https://www.guidetopharmacology.org/GRAC/ObjectDisplayForward?objectId={}",
    "kegg": "https://www.genome.jp/entry/{}",
    "medgen": "https://www.ncbi.nlm.nih.gov/medgen/{}",
    "mgi": "https://www.informatics.jax.org/marker/MGI:{}",
    "mim": "https://omim.org/entry/{}",
    "mondo": "https://monarchinitiative.org/MONDO:{}",
    "msigdb": "https://www.gsea-msigdb.org/gsea/msigdb/human/geneset/{}",
    "ncbigene": "https://www.ncbi.nlm.nih.gov/gene/{}",
    "oma": "https://omabrowser.org/oma/group/{}",
    "omim": "https://omim.org/entry/{}",
    "opentargets": "https://platform.opentargets.org/target/{}",
    "orpha": "https://www.orpha.net/en/disease/detail/{}",
    "orphanet": "https://www.orpha.net/en/disease/detail/{}",
    "panther": "https://www.pantherdb.org/panther/family.do?clsAccession={}",
    "pdb": "https://www.rcsb.org/structure/{}",
    "pdbsum": "https://www.ebi.ac.uk/pdbsum/{}",
    "pfam": "https://www.ebi.ac.uk/interpro/entry/pfam/{}",
    "pharmgkb": "https://www.pharmgkb.org/gene/{}",
    "pharos": "https://pharos.nih.gov/targets/{}",
    "phosphositeplus": "https://www.phosphosite.org/uniprotAccAction?id={}",
    "pmid": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "pro": "https://proconsortium.org/app/entry/{}",
    "prosite": "https://prosite.expasy.org/{}",
    "proteomes": "https://www.uniprot.org/proteomes/{}",
    "reactome": "https://reactome.org/content/detail/{}",
    "rgd": "https://rgd.mcw.edu/rgdweb/report/gene/main.html?id={}",
    "rhea": "https://www.rhea-db.org/rhea/{}",
    "rnacentral": "https://rnacentral.org/rna/{}",
    "smart": "https://smart.embl.de/smart/do_annotation.pl?DOMAIN={}",
    "smr": "https://swissmodel.expasy.org/repository/uniprot/{}",
    "string": "https://string-db.org/network/{}",
    "supfam": "https://supfam.org/SUPERFAMILY/cgi-bin/scop.cgi?ipid={}",
    "umls": "https://www.ncbi.nlm.nih.gov/medgen/{}",
    "uniprotdisease": "https://www.uniprot.org/diseases/{}",
    "uniprotkb": "https://www.uniprot.org/uniprotkb/{}/entry",
    "uniprotkbkw": "https://www.uniprot.org/keywords/{}",
    "uniprotkbsubcell": "https://www.uniprot.org/locations/{}",
    "wikipedia": "https://en.wikipedia.org/wiki/{}",
}
_ONTOLOGIES = frozenset(
    "aeo bfo bto caro cl ehdaa2 emapa envo fbbt fma hao ma mp ncit so tgma uberon wbbt xao zfa".split()
)
"""Ontologies whose terms have an address of the OBO Foundry, which leads on to where they are shown."""
_OBO = "http://purl.obolibrary.org/obo/{}_{}"
_SEQUENCES = (
    (("ENST", "ENSG", "ENSP"), "https://www.ensembl.org/id/{}"),
    (("NP_", "XP_", "YP_", "WP_", "AP_"), "https://www.ncbi.nlm.nih.gov/protein/{}"),
    (("NM_", "NR_", "XM_", "XR_", "NC_", "NG_", "NT_", "NW_"), "https://www.ncbi.nlm.nih.gov/nuccore/{}"),
)
"""Sequences of RefSeq and MANE Select by what their identifiers begin with."""


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
    key = database_key(database)
    local = quote(local.removeprefix(f"{database}:"), safe="/:.()")
    if not local:
        return ""
    if key in _ONTOLOGIES:
        return _OBO.format(database, local)
    if key in ("refseq", "maneselect"):
        return next((pattern.format(local) for begins, pattern in _SEQUENCES if local.startswith(begins)), "")
    pattern = _ADDRESSES.get(key)
    return pattern.format(local) if pattern is not None else ""
