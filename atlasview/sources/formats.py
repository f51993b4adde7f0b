"""Every format that AtlasView reads, in the order in which a file is asked whether it is one."""

from functools import cache
from importlib import import_module

from atlasview.sources.format import Format

_MODULES: tuple[str, ...] = (
    "uniprot_text",
    "hgnc",
    "gene_info",
    "obo",
    "obograph",
    "ensembl_xrefs",
    "ccds",
    "gencode_genes",
    "gtf",
    "genbank",
    "gene_prediction",
    "cyto_band",
    "gaf",
    "gpi",
    "quickgo",
    "gene2go",
    "gene2pubmed",
    "tagged_papers",
    "pubmed_xml",
    "citation_counts",
    "string_links",
    "string_names",
    "mitab",
    "psi_mi_xml",
    "significance_table",
    "homology_table",
    "article_file",
    "marker_table",
    "interpro_entries",
    "external2go",
    "pfam_families",
    "prosite",
    "interproscan",
    "gct",
    "hpa_summary",
    "hpa_protein",
    "hpa_rna",
    "reactome",
    "reactome_members",
    "gmt",
    "uniprot_xml",
    "uniprot_json",
    "uniprot_vocabularies",
    "genular",
    "uniprot_refused",
    "gff3",
    "uniprot_fasta",
    "uniprot_tsv",
    "idmapping",
    "maf",
    "hotspots",
    "clinvar_summary",
    "clinvar_xml",
    "humsavar",
    "vcf",
    "variant_refused",
    "hpo_genes",
    "hpoa",
    "orphadata",
    "mim2gene",
    "hgvs_list",
    "bibtex",
    "not_facts",
    "expression_matrix",
)
"""Modules of this package with their formats in `FORMATS`; those that are told most surely stand first."""


@cache
def formats() -> tuple[Format, ...]:
    """All formats; imported when first asked for, since nobody who only looks something up needs them."""
    return tuple(one for module in _MODULES for one in import_module(f"atlasview.sources.{module}").FORMATS)


def format_of(key: str) -> Format | None:
    """The format of this key, None for none."""
    return next((one for one in formats() if one.key == key), None)
