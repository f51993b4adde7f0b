"""What pages of genes, proteins and papers have to give: sequences, figures, citations."""

from collections.abc import Callable
from functools import partial

from atlasview.desktop.panels.exports import CitationsExport, Export, FigureExport, Offer, SequenceExport
from atlasview.records.place import Residues
from atlasview.records.profile import CitedPaper
from atlasview.records.publication import Publication


def sequence_offers(isoform: str, residues: Residues | None, isoforms: int) -> tuple[Offer, ...]:
    """Sequences of the isoform that is shown (empty: the canonical one), of selected residues, of all isoforms."""
    of = f" of {isoform}" if isoform else ""
    whole = partial(SequenceExport, isoform)
    offers = [
        Offer("sequence", f"Sequence{of} (FASTA)…", partial(whole, form="fasta")),
        Offer("genpept", f"Sequence{of} with features (GenPept)…", partial(whole, form="genpept")),
        Offer("gff3", f"Features{of} (GFF3)…", partial(whole, form="gff3")),
    ]
    if residues is not None:
        title = f"Selected residues {residues}{of}…"
        offers.append(Offer("selection", title, partial(SequenceExport, isoform, residues)))
    if isoforms > 1:
        offers.append(Offer("isoforms", f"All {isoforms} isoforms…", partial(SequenceExport, "all")))
    copied = partial(SequenceExport, isoform, residues, "fasta", copy=True)
    part = f"residues {residues}" if residues is not None else f"sequence{of}"
    offers.append(Offer("copy-fasta", f"Copy {part} as FASTA", copied))
    return tuple(offers)


def domain_offer(isoform: str, chain: str) -> Offer:
    """The domain diagram, with the numbers of a mature chain as they are set; empty for none."""
    return Offer("domains", "Domain diagram…", partial(FigureExport, "domains", isoform, chain=chain), starts=True)


def tracks_offer(chosen: Callable[[], Export]) -> Offer:
    """The feature tracks, of the part that is in view."""
    return Offer("tracks", "Feature tracks…", chosen)


def landscape_offer(chosen: Callable[[], Export], starts: bool) -> Offer:
    """The chart of cell significance, as it is set."""
    return Offer("landscape", "Cell significance…", chosen, starts)


def treemap_offer(chosen: Callable[[], Export]) -> Offer:
    """The treemap of cell types, as it is set."""
    return Offer("treemap", "Cell types by lineage, as a treemap…", chosen)


def expression_offer(chosen: Callable[[], Export], starts: bool) -> Offer:
    """The chart of expression, as it is set."""
    return Offer("expression", "Expression…", chosen, starts)


def variants_offer(chosen: Callable[[], Export]) -> Offer:
    """The diagram of variants, as it is set."""
    return Offer("variants", "Variants on the protein…", chosen)


def structure_offer(chosen: Callable[[], Export]) -> Offer:
    """The exons of the transcript that is drawn."""
    return Offer("structure", "Gene structure…", chosen)


def citation_offers(papers: tuple[Publication, ...]) -> tuple[Offer, ...]:
    """All papers of a page."""
    if not papers:
        return ()
    many = f"{len(papers):,} citations" if len(papers) > 1 else "Citation"
    return (
        Offer("citations", f"{many}…", partial(CitationsExport, papers), starts=True),
        Offer("copy-citations", "Copy citations in a style…", partial(CitationsExport, papers, "text", copy=True)),
    )


def cited(papers: tuple[CitedPaper, ...]) -> tuple[Publication, ...]:
    """The papers of a list of citations."""
    return tuple(paper.publication for paper in papers)
