"""Why a section of a gene's page is empty, and where its data would come from."""

from atlasview.desktop.panels.empty import Reason
from atlasview.desktop.panels.no_scores import no_scores
from atlasview.records.locus_type import locus_type
from atlasview.records.profile import GeneProfile

_NAMED = 3


def no_article(profile: GeneProfile) -> Reason:
    """There is no article."""
    return Reason(
        "document",
        "No article yet",
        "Articles come with texts of your own, written in Markdown, and with the starter atlas. "
        f"{profile.atlas} has none on {profile.gene.symbol}.",
    )


def no_cells(profile: GeneProfile) -> Reason:
    """There are no scores."""
    return no_scores(profile.atlas, "this gene", profile.gene.symbol)


def no_markers(profile: GeneProfile) -> Reason:
    """No list of marker genes names it."""
    return Reason(
        "cell",
        "No list of markers names this gene",
        "Markers come with tables of PanglaoDB or CellMarker, and with the older of Genular's gene documents. "
        f"None of those in {profile.atlas} names {profile.gene.symbol}.",
    )


def no_homologies(profile: GeneProfile) -> Reason:
    """No table and no article states a likeness."""
    return Reason(
        "gene",
        "No homology statement for this gene",
        "Likeness to genes of other species and to paralogues comes with a table of your own: gene, relative, species "
        f"and percent of identity. {profile.atlas} has none for {profile.gene.symbol}.",
    )


def no_protein(profile: GeneProfile) -> Reason:
    """There is no protein: the gene makes none, or the atlas lacks it."""
    symbol = profile.gene.symbol
    kind = locus_type(profile.gene.locus_type)
    if kind.makes_protein is None:
        return Reason(
            "sequence", "No protein of this gene in the atlas", f"{profile.atlas} holds no UniProt entry for {symbol}."
        )
    if kind.makes_protein:
        return Reason(
            "sequence",
            "No protein of this gene in the atlas",
            f"{symbol} makes a protein, but {profile.atlas} was built without its UniProt entry.",
        )
    return Reason(
        "sequence",
        "This gene makes no protein",
        f"{symbol} is {kind.with_article}, so there is no sequence, domain or residue to show. "
        "This is not a gap in the atlas.",
    )


def no_transcripts(profile: GeneProfile) -> Reason:
    """No file of gene models was read, or none has the gene."""
    return Reason(
        "gene",
        "No transcripts of this gene in the atlas",
        "Transcripts and their exons come with gene models: GTF or GFF3 of Ensembl, GENCODE or RefSeq, tables of UCSC. "
        f"{profile.atlas} has none for {profile.gene.symbol}.",
    )


def no_variants(profile: GeneProfile) -> Reason:
    """No file of variants was read, or none names the gene."""
    return Reason(
        "variant",
        "No variants of this gene in the atlas",
        f"None of the files that {profile.atlas} was built from names one of {profile.gene.symbol}; "
        "that none is known does not say that there is none. Variants come with UniProt's entries and humsavar.txt, "
        "ClinVar's variant_summary.txt or XML, mutations of tumours (MAF), tables of Cancer Hotspots, "
        "VCF with consequences (VEP or SnpEff), or a list of your own in HGVS.",
    )


def no_diseases(profile: GeneProfile) -> Reason:
    """No source ties a disease to the gene itself; its variants may be tied to some."""
    met = sorted({variant.disease for variant in profile.variants if variant.disease})
    if met := [profile.disease_names.get(disease, disease) for disease in met]:
        more = len(met) - _NAMED
        named = ", ".join(met[:_NAMED]) + (f" and {more} more" if more > 0 else "")
        return Reason(
            "disease",
            "Only variants of this gene are tied to diseases",
            f"They name {named}: see Variants. What ties {profile.gene.symbol} itself to a disease would come from "
            f"UniProt, the Human Phenotype Ontology and Orphanet; {profile.atlas} has none of it.",
        )
    return Reason(
        "disease",
        "No disease is tied to this gene",
        f"None of the disease sources of {profile.atlas} names {profile.gene.symbol}. "
        "That no tie is known does not say that there is none.",
    )


def no_terms(profile: GeneProfile) -> Reason:
    """No pathway and no term of the Gene Ontology."""
    return Reason(
        "term",
        "No pathway or term for this gene",
        f"{profile.gene.symbol} has no annotation with a Reactome or KEGG pathway or a Gene Ontology term "
        f"in {profile.atlas}.",
    )


def no_expression(profile: GeneProfile) -> Reason:
    """No data set has it."""
    return Reason(
        "chart",
        "No expression of this gene in the atlas",
        f"None of the files that {profile.atlas} was built from gives {profile.gene.symbol} a value; "
        "not measured is not zero. The Human Protein Atlas publishes rna_tissue_consensus.tsv (tissues), "
        "rna_single_cell_type.tsv and rna_blood_cell.tsv (cell types), normal_tissue.tsv (protein levels) and "
        "subcellular_location.tsv (places in the cell), GTEx its gene_median_tpm.gct (medians by tissue): "
        "an atlas built with them shows what they say of it.",
    )


def no_citations(profile: GeneProfile) -> Reason:
    """No paper."""
    return Reason(
        "paper",
        "No papers for this gene",
        "Papers come with a gene's protein, its articles, its diseases and NCBI's gene2pubmed; "
        f"none of those in {profile.atlas} names one for {profile.gene.symbol}.",
    )


def no_interactions(profile: GeneProfile) -> Reason:
    """No source names a partner."""
    return Reason(
        "link",
        "No interactions of this gene in the atlas",
        "Interactions come with UniProt's entries, STRING's protein.links with protein.aliases, and IntAct's files in "
        f"PSI-MI TAB or XML. {profile.atlas} has none for {profile.gene.symbol}; that none is known does not say that "
        "there is none.",
    )


def no_identifiers(profile: GeneProfile) -> Reason:
    """No other database knows it."""
    return Reason(
        "link",
        "No identifiers in other databases",
        f"{profile.atlas} knows {profile.gene.symbol} by {profile.gene.id} alone.",
    )
