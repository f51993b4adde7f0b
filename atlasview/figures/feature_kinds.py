"""What UniProt's feature keys mean on a drawing: class, words, and the track they stand in."""

from dataclasses import dataclass

from atlasview.figures.palette import Ink, feature_ink


@dataclass(frozen=True, slots=True)
class FeatureKind:
    """One feature key.

    ink_key  key of the token table `[feature]`
    shape    glyph that stands for it in tracks and legends
    word     what a reader calls one of them, capitalised; `plural` for several
    track    key of TRACKS, empty for what no track shows
    """

    ink_key: str
    shape: str
    word: str
    plural: str
    track: str

    @property
    def ink(self) -> Ink:
        """Its colours."""
        return feature_ink(self.ink_key)


TRACKS = {
    "found": "Found",
    "domains": "Domains",
    "motifs": "Motifs, regions",
    "topology": "Topology",
    "processing": "Processing",
    "sites": "Sites",
    "modifications": "Modifications",
    "disulfides": "Disulfides",
    "structure": "Structure",
    "composition": "Disorder, bias",
    "variants": "Variants",
    "mutagenesis": "Mutagenesis",
    "conflicts": "Conflicts",
    "isoforms": "Isoforms",
}
"""Key of a track -> its label, in the order in which they stand."""

_KINDS = {
    "FOUND": FeatureKind("found", "square-bar", "Sequence hit", "Sequence hits", "found"),
    "DOMAIN": FeatureKind("domain", "rounded-bar", "Domain", "Domains", "domains"),
    "REPEAT": FeatureKind("domain", "rounded-bar", "Repeat", "Repeats", "domains"),
    "ZN_FING": FeatureKind("domain", "rounded-bar", "Zinc finger", "Zinc fingers", "domains"),
    "DNA_BIND": FeatureKind("domain", "rounded-bar", "DNA-binding domain", "DNA-binding domains", "domains"),
    "CA_BIND": FeatureKind("domain", "rounded-bar", "Calcium-binding", "Calcium-binding", "domains"),
    "COILED": FeatureKind("chain", "rounded-bar", "Coiled coil", "Coiled coils", "domains"),
    "MOTIF": FeatureKind("motif", "square-bar", "Motif", "Motifs", "motifs"),
    "REGION": FeatureKind("motif", "square-bar", "Region", "Regions", "motifs"),
    "TOPO_DOM": FeatureKind("extracellular", "bar", "Topological domain", "Topological domains", "topology"),
    "TRANSMEM": FeatureKind("transmembrane", "bar", "Transmembrane", "Transmembrane", "topology"),
    "INTRAMEM": FeatureKind("transmembrane", "thin-bar", "Intramembrane", "Intramembrane", "topology"),
    "SIGNAL": FeatureKind("signal-peptide", "bar", "Signal peptide", "Signal peptides", "processing"),
    "TRANSIT": FeatureKind("signal-peptide", "bar", "Transit peptide", "Transit peptides", "processing"),
    "PROPEP": FeatureKind("chain", "open-bar", "Propeptide", "Propeptides", "processing"),
    "CHAIN": FeatureKind("chain", "bar", "Chain", "Chains", "processing"),
    "PEPTIDE": FeatureKind("chain", "bar", "Peptide", "Peptides", "processing"),
    "INIT_MET": FeatureKind("chain", "circle", "Initiator methionine", "Initiator methionines", "processing"),
    "ACT_SITE": FeatureKind("motif", "triangle-up", "Active site", "Active sites", "sites"),
    "BINDING": FeatureKind("motif", "circle", "Binding site", "Binding sites", "sites"),
    "METAL": FeatureKind("motif", "circle", "Metal binding", "Metal binding", "sites"),
    "SITE": FeatureKind("motif", "diamond", "Site", "Sites", "sites"),
    "NON_STD": FeatureKind("motif", "square", "Non-standard residue", "Non-standard residues", "sites"),
    "MOD_RES": FeatureKind("modified-residue", "circle", "Modified residue", "Modified residues", "modifications"),
    "CARBOHYD": FeatureKind("glycosylation", "circle", "Glycosylation", "Glycosylation", "modifications"),
    "LIPID": FeatureKind("modified-residue", "diamond", "Lipidation", "Lipidation", "modifications"),
    "CROSSLNK": FeatureKind("modified-residue", "square", "Cross-link", "Cross-links", "modifications"),
    "DISULFID": FeatureKind("disulfide", "bracket", "Disulfide bond", "Disulfide bonds", "disulfides"),
    "HELIX": FeatureKind("helix", "capsule", "Helix", "Helices", "structure"),
    "STRAND": FeatureKind("strand", "arrow", "Strand", "Strands", "structure"),
    "TURN": FeatureKind("turn", "dot", "Turn", "Turns", "structure"),
    "COMPBIAS": FeatureKind("chain", "square-bar", "Compositional bias", "Compositional bias", "composition"),
    "VARIANT": FeatureKind("isoform-difference", "circle", "Natural variant", "Natural variants", "variants"),
    "MUTAGEN": FeatureKind("isoform-difference", "triangle-down", "Mutagenesis", "Mutagenesis", "mutagenesis"),
    "CONFLICT": FeatureKind("isoform-difference", "diamond", "Sequence conflict", "Sequence conflicts", "conflicts"),
    "UNSURE": FeatureKind("isoform-difference", "square", "Uncertain residue", "Uncertain residues", "conflicts"),
    "NON_CONS": FeatureKind("isoform-difference", "square", "Non-adjacent residues", "Non-adjacent", "conflicts"),
    "NON_TER": FeatureKind("isoform-difference", "square", "Incomplete end", "Incomplete ends", "conflicts"),
    "VAR_SEQ": FeatureKind("isoform-difference", "thin-bar", "Differs in isoform", "Isoform differences", "isoforms"),
}
_DISORDER = FeatureKind("chain", "open-bar", "Disordered", "Disordered", "composition")
_INSIDE = FeatureKind("cytoplasmic", "bar", "Cytoplasmic", "Cytoplasmic", "topology")

_SUGARS = {
    atom: FeatureKind("glycosylation", shape, f"{atom}-glycosylation", f"{atom}-glycosylation", "modifications")
    for atom, shape in {"N": "hexagon", "O": "open-hexagon", "C": "diamond", "S": "open-diamond"}.items()
}
"""By the atom that carries the sugar, with which the description begins: `N-linked (GlcNAc...) asparagine`."""

_TOLD_BY_DESCRIPTION = frozenset({"REGION", "TOPO_DOM", "CARBOHYD"})

DOMAIN_LIKE = frozenset({"DOMAIN", "REPEAT", "ZN_FING", "DNA_BIND", "CA_BIND"})
"""Keys that count as a domain when a drawing asks whether a protein has any."""


def kind_of(key: str, description: str = "") -> FeatureKind:
    """Kind of a feature by its key and description; a key that is not known is drawn as a site under its own name."""
    kind = _KINDS.get(key)
    if kind is not None and key not in _TOLD_BY_DESCRIPTION:
        return kind
    if key == "REGION" and description.partition(";")[0] == "Disordered":
        return _DISORDER
    if key == "TOPO_DOM" and _is_inside(description):
        return _INSIDE
    if key == "CARBOHYD" and description[1:7] == "-linke":
        return _SUGARS.get(description[0], _KINDS[key])
    return kind or FeatureKind("motif", "square", key.capitalize(), key.capitalize(), "sites")


def _is_inside(description: str) -> bool:
    return description.partition(";")[0].lower().startswith(("cytoplasmic", "nuclear", "mitochondrial matrix"))
