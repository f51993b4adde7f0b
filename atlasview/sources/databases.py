"""The databases whose files are read: what they are called, what they allow, how they are cited."""

from dataclasses import dataclass

_CC_BY = ("CC-BY-4.0", "https://creativecommons.org/licenses/by/4.0/", True, "attribution")
_CC0 = ("CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/", True, "")
_NCBI = ("public domain", "https://www.ncbi.nlm.nih.gov/home/about/policies/", True, "")
_ODBL = ("ODbL-1.0", "https://opendatacommons.org/licenses/odbl/1-0/", True, "attribution, share-alike")
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
        "ncbi.nlm.nih.gov, FTP, gene/DATA: Homo_sapiens.gene_info.gz, gene2go.gz, mim2gene_medgen",
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
    "ensembl-models": Database(
        "Ensembl gene models",
        *_EMBL_EBI,
        "https://www.ensembl.org",
        "ensembl.org, FTP, current release, gtf/homo_sapiens: Homo_sapiens.GRCh38.*.gtf.gz (or gff3/homo_sapiens)",
        "10.1093/nar/gkad1049",
    ),
    "gencode-models": Database(
        "GENCODE gene models",
        *_EMBL_EBI,
        "https://www.gencodegenes.org",
        "gencodegenes.org, Human, Comprehensive gene annotation, CHR: gencode.v*.annotation.gtf.gz (or gff3)",
        "10.1093/nar/gkac1071",
    ),
    "refseq": Database(
        "RefSeq gene models",
        *_NCBI,
        "https://www.ncbi.nlm.nih.gov/refseq",
        "ncbi.nlm.nih.gov, Datasets, Genome GRCh38: GCF_000001405.*_genomic.gtf.gz (or gff.gz)",
        "10.1093/nar/gkv1189",
    ),
    "ucsc": Database(
        "UCSC Genome Browser",
        "free for any use",
        "https://genome.ucsc.edu/license/",
        True,
        "",
        "https://genome.ucsc.edu",
        "genome.ucsc.edu, Downloads, Human hg38, Annotation database: knownGene, refGene, refFlat, cytoBand (txt.gz)",
        "10.1093/nar/gkae974",
    ),
    "genbank": Database(
        "GenBank",
        *_NCBI,
        "https://www.ncbi.nlm.nih.gov/genbank",
        "ncbi.nlm.nih.gov, Nucleotide or Protein, Send to, Complete record, GenBank (full)",
        "10.1093/nar/gkae1114",
    ),
    "gene-models": Database("Gene models", "not stated", "", None, "", ""),
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
        "geneontology.org, Downloads, Ontology: go-basic.obo or go-basic.json; Mappings: interpro2go, pfam2go",
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
        "obofoundry.org, hp: hp.obo; hpo.jax.org, Data: genes_to_disease.txt, phenotype.hpoa",
        "10.1093/nar/gkad1005",
    ),
    "obo": Database("Ontology", "not stated", "", None, "", "https://obofoundry.org"),
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
        "ebi.ac.uk, InterPro, Download: entry.list",
        "10.1093/nar/gkae1082",
    ),
    "pfam": Database(
        "Pfam",
        *_CC0,
        "https://www.ebi.ac.uk/interpro",
        "ebi.ac.uk, FTP, pub/databases/Pfam/current_release: Pfam-A.clans.tsv.gz",
        "10.1093/nar/gkaa913",
    ),
    "prosite": Database(
        "PROSITE",
        "PROSITE licence",
        "https://prosite.expasy.org/prosite_license.html",
        False,
        "unmodified, non-commercial",
        "https://prosite.expasy.org",
        "prosite.expasy.org, FTP: prosite.dat",
        "10.1093/nar/gks1067",
    ),
    "hpa": Database(
        "Human Protein Atlas",
        "CC-BY-SA-3.0",
        "https://creativecommons.org/licenses/by-sa/3.0/",
        True,
        "attribution, share-alike",
        "https://www.proteinatlas.org",
        "proteinatlas.org, Downloadable data: rna_tissue_consensus.tsv.zip (expression by tissue),"
        " rna_single_cell_type.tsv.zip and rna_blood_cell.tsv.zip (by cell type), normal_tissue.tsv.zip (levels of"
        " proteins), subcellular_location.tsv.zip (places in the cell), proteinatlas.tsv.zip (summary)",
        "10.1126/science.1260419",
    ),
    "gtex": Database(
        "GTEx",
        "not stated",
        "https://gtexportal.org/home/license",
        None,
        "attribution",
        "https://gtexportal.org",
        "gtexportal.org, Downloads, Adult GTEx, Bulk tissue expression: GTEx_Analysis_*_gene_median_tpm.gct.gz",
        "10.1126/science.aaz1776",
    ),
    "gct": Database("Expression of probes", "not stated", "", None, "", ""),
    "expression-table": Database("Expression table", "not stated", "", None, "", ""),
    "clinvar": Database(
        "ClinVar",
        *_NCBI,
        "https://www.ncbi.nlm.nih.gov/clinvar",
        "ncbi.nlm.nih.gov, FTP, pub/clinvar/tab_delimited: variant_summary.txt.gz (or xml)",
        "10.1093/nar/gkae1090",
    ),
    "cbioportal": Database(
        "cBioPortal datahub",
        *_ODBL,
        "https://www.cbioportal.org",
        "cbioportal.org, Datasets, a study: data_mutations.txt",
        "10.1158/2159-8290.CD-12-0095",
    ),
    "hotspots": Database(
        "Cancer Hotspots",
        *_ODBL,
        "https://www.cancerhotspots.org",
        "cancerhotspots.org, Download: hotspots_v2; 3dhotspots.org",
        "10.1158/2159-8290.CD-17-0321",
    ),
    "styles": Database("Citation Style Language", "CC-BY-SA-3.0", "", True, "attribution, share-alike", ""),
    "cells": Database("Single cells", "not stated", "", None, "", ""),
    "gwas": Database("GWAS catalogue", *_EMBL_EBI, "https://www.ebi.ac.uk/gwas"),
    "gnomad": Database("gnomAD", *_CC0, "https://gnomad.broadinstitute.org"),
    "own-variants": Database("Your variants", "not stated", "", None, "", ""),
    "orphadata": Database(
        "Orphadata",
        *_CC_BY,
        "https://www.orphadata.com",
        "orphadata.com, Genes associated with rare diseases: en_product6.xml",
        "10.1016/j.ejmg.2019.01.010",
    ),
    "pubmed": Database(
        "PubMed",
        "NLM terms",
        "https://www.nlm.nih.gov/databases/download/terms_and_conditions.html",
        True,
        "attribution",
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
    "articles": Database("Articles of your own", "not stated", "", None, "", ""),
    "genular": Database("Genular", "not stated", "", None, "", ""),
    "markers": Database("Marker genes", "not stated", "", None, "", ""),
    "homologies": Database("Homology statements", "not stated", "", None, "", ""),
    "scores": Database("Cell significance scores", "not stated", "", None, "", ""),
}
