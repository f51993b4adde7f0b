"""What each feature key of UniProt is called in the Sequence Ontology and in GenPept files."""

from dataclasses import dataclass

REGION, SITE, BOND = "Region", "Site", "Bond"
"""Feature keys of GenPept."""


@dataclass(frozen=True, slots=True)
class FeatureTerm:
    """A feature key in other vocabularies.

    term, name  Sequence Ontology identifier and name; for what has no term of its own, the next wider one in force
    genpept     GenPept's feature key; `label` is the value of its region_name, site_type or bond_type
    """

    key: str
    term: str
    name: str
    genpept: str
    label: str


_OTHER = ("SO:0000839", "polypeptide_region")
_MODIFIED = ("SO:0001089", "post_translationally_modified_region")
"""Its definition names cross-links; the terms for disulfide bonds and cross-links themselves are obsolete."""

_ROWS = (
    ("INIT_MET", "SO:0000691", "cleaved_initiator_methionine", SITE, "cleaved initiator methionine"),
    ("SIGNAL", "SO:0000418", "signal_peptide", REGION, "Signal"),
    ("PROPEP", "SO:0001062", "propeptide", REGION, "Propeptide"),
    ("TRANSIT", "SO:0000725", "transit_peptide", REGION, "Transit peptide"),
    ("CHAIN", "SO:0000419", "mature_protein_region", REGION, "Mature chain"),
    ("PEPTIDE", "SO:0001064", "active_peptide", REGION, "Processed active peptide"),
    ("TOPO_DOM", "SO:0001072", "extramembrane_polypeptide_region", REGION, "Topological domain"),
    ("TRANSMEM", "SO:0001077", "transmembrane_polypeptide_region", REGION, "Transmembrane region"),
    ("INTRAMEM", "SO:0001075", "intramembrane_polypeptide_region", REGION, "Intramembrane region"),
    ("DOMAIN", "SO:0000417", "polypeptide_domain", REGION, "Domain"),
    ("REPEAT", "SO:0001068", "polypeptide_repeat", REGION, "Repetitive region"),
    ("CA_BIND", "SO:0001094", "polypeptide_calcium_ion_contact_site", REGION, "Calcium binding region"),
    ("ZN_FING", "SO:0001079", "polypeptide_structural_motif", REGION, "Zinc finger region"),
    ("DNA_BIND", "SO:0100020", "polypeptide_DNA_contact", REGION, "DNA binding region"),
    ("NP_BIND", "SO:0001655", "nucleotide_binding_site", REGION, "Nucleotide phosphate binding region"),
    ("REGION", *_OTHER, REGION, "Region of interest"),
    ("COILED", "SO:0001080", "coiled_coil", REGION, "Coiled-coil region"),
    ("MOTIF", "SO:0001067", "polypeptide_motif", REGION, "Short sequence motif"),
    ("COMPBIAS", "SO:0001066", "compositionally_biased_region_of_peptide", REGION, "Compositionally biased region"),
    ("ACT_SITE", "SO:0001104", "catalytic_residue", SITE, "active"),
    ("METAL", "SO:0001092", "polypeptide_metal_contact", SITE, "metal-binding"),
    ("BINDING", "SO:0000409", "binding_site", SITE, "binding"),
    ("SITE", *_OTHER, SITE, "other"),
    ("NON_STD", *_OTHER, SITE, "non-standard residue"),
    ("MOD_RES", *_MODIFIED, SITE, "modified"),
    ("LIPID", *_MODIFIED, SITE, "lipid-binding"),
    ("CARBOHYD", *_MODIFIED, SITE, "glycosylation"),
    ("DISULFID", *_MODIFIED, BOND, "disulfide"),
    ("CROSSLNK", *_MODIFIED, BOND, "xlink"),
    ("VAR_SEQ", "SO:0001149", "alternate_sequence_site", REGION, "Splicing variant"),
    ("VARIANT", "SO:0001147", "natural_variant_site", REGION, "Variant"),
    ("MUTAGEN", "SO:0001148", "mutated_variant_site", REGION, "Mutagenized"),
    ("UNSURE", "SO:0001086", "sequence_uncertainty", REGION, "Unsure residue"),
    ("CONFLICT", "SO:0001085", "sequence_conflict", REGION, "Conflict"),
    ("NON_CONS", "SO:0001083", "non_adjacent_residues", REGION, "Non-consecutive residues"),
    ("NON_TER", "SO:0001084", "non_terminal_residue", REGION, "Non-terminal residue"),
    ("HELIX", "SO:0001114", "peptide_helix", REGION, "Helical region"),
    ("STRAND", "SO:0001111", "beta_strand", REGION, "Beta-strand region"),
    ("TURN", "SO:0001128", "polypeptide_turn_motif", REGION, "Hydrogen bonded turn"),
)

TERMS = {row[0]: FeatureTerm(*row) for row in _ROWS}
"""By UniProt's feature key: all that UniProt uses, and those that its older releases used."""


def feature_term(key: str) -> FeatureTerm:
    """The terms of a feature key; a key that UniProt may add later is a region of the polypeptide."""
    return TERMS.get(key) or FeatureTerm(key, *_OTHER, REGION, key)


def joins_two(key: str) -> bool:
    """Whether start and end are two residues that are joined, and not the ends of a range."""
    return feature_term(key).genpept == BOND
