"""The sequences that a file of sequences holds: of which proteins and isoforms, which residues, and what stays out."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from atlasview.export.fasta import ALL, cut, find_isoform, sequence_of
from atlasview.export.feature_terms import joins_two
from atlasview.records.numbering import Chain, chains_of, chosen_chain
from atlasview.records.place import Residues
from atlasview.records.profile import CitedPaper, GeneProfile, Profile, ProteinDetail, ProteinProfile
from atlasview.records.protein import Feature, Isoform, Protein
from atlasview.records.publication import Publication
from atlasview.records.source import AtlasLabel, Source
from atlasview.records.trouble import NotFound, NothingToExport


@dataclass(frozen=True, slots=True)
class ChosenSequence:
    """One sequence with what a file says of it.

    isoform   None for the canonical sequence; `residues` is the part asked for, None for all of it
    papers    what the protein's entry cites
    source    where the entry was read, None where the atlas does not say
    sources   those of the page by their keys: a feature may be of another one than the entry
    """

    detail: ProteinDetail
    isoform: Isoform | None
    residues: Residues | None
    papers: tuple[Publication, ...]
    source: Source | None
    atlas: AtlasLabel
    sources: Mapping[str, Source] = field(default_factory=dict)

    @property
    def others(self) -> tuple[Source, ...]:
        """Sources of its features that are not that of the entry."""
        keys = dict.fromkeys(each.source for each in self.features if each.source != self.protein.source)
        return tuple(self.sources[key] for key in keys if key in self.sources)

    def source_of(self, feature: Feature) -> str:
        """What the source of a feature is called."""
        if feature.source != self.protein.source and feature.source in self.sources:
            return self.sources[feature.source].database
        return self.source.database if self.source else self.protein.source

    @property
    def protein(self) -> Protein:
        """The protein that the sequence is of."""
        return self.detail.protein

    @property
    def is_variant(self) -> bool:
        """Whether it is another isoform than the canonical one."""
        return self.isoform is not None and not self.isoform.canonical

    @property
    def id(self) -> str:
        """Accession, of another isoform its id; a word made of a name where there is none."""
        if self.isoform is not None and self.is_variant:
            return self.isoform.id
        named = self.protein.accession or self.protein.entry_name or self.protein.gene_symbol or "unnamed"
        return "_".join(named.split())

    @property
    def whole(self) -> str:
        """The whole sequence."""
        return sequence_of(self.detail, self.isoform)

    @property
    def sequence(self) -> str:
        """The residues asked for."""
        return cut(self.whole, self.residues, self.id)

    @property
    def features(self) -> tuple[Feature, ...]:
        """Features of this very sequence, those that touch the residues asked for; in the order of the entry."""
        own = self.id if self.is_variant else self.protein.accession
        return tuple(
            each
            for each in self.detail.features
            if each.sequence == own and touches(each.type, each.start, each.end, self.residues)
        )

    @property
    def left_out(self) -> str:
        """Of another isoform, a sentence on the features that are given on the canonical sequence; else empty."""
        accession = self.protein.accession
        count = sum(each.sequence == accession for each in self.detail.features) if self.is_variant else 0
        given = f"1 feature is given on {accession}" if count == 1 else f"{count} features are given on {accession}"
        return f"{given} and not moved to this isoform" if count else ""


@dataclass(frozen=True, slots=True)
class ChosenIsoform:
    """An isoform of a protein of a page; `isoform` is None for the canonical sequence."""

    detail: ProteinDetail
    isoform: Isoform | None

    @property
    def named(self) -> str:
        """Id of the isoform, empty for the canonical sequence."""
        return self.isoform.id if self.isoform is not None else ""

    @property
    def id(self) -> str:
        """Id of the isoform, the accession for the canonical sequence."""
        return self.named or self.detail.protein.accession

    @property
    def id_of_isoform(self) -> str:
        """Id of the isoform, that of the canonical one too (`P23458-1`), as transcripts and variants name it."""
        canonical = next((each.id for each in self.detail.isoforms if each.canonical), "")
        return self.named or canonical or self.detail.protein.accession

    def chain(self, name: str) -> Chain | None:
        """The mature chain of it that is named, as `numbering.chosen_chain` reads names; NotFound for no such."""
        return chosen_chain(chains_of(self.detail, self.isoform), name, self.id)


def chosen_isoform(profile: Profile, isoform: str = "", residues: Residues | None = None) -> ChosenIsoform:
    """The isoform of a page that is asked for, of the protein of the gene that has it; the canonical one for empty.

    Raises NothingToExport where the page has no protein or the sequence is not known, NotFound for an isoform that
    there is not, Trouble for residues past its end.
    """
    asked = isoform or (profile.isoform if isinstance(profile, ProteinProfile) else "")
    several = isinstance(profile, GeneProfile) and len(profile.proteins) > 1
    detail = _owner(profile, asked) if isinstance(profile, GeneProfile) and several and asked else main_protein(profile)
    chosen = ChosenIsoform(detail, find_isoform(detail, asked))
    cut(sequence_of(detail, chosen.isoform), residues, chosen.id)
    return chosen


def touches(kind: str, start: int | None, end: int | None, residues: Residues | None) -> bool:
    """Whether a feature of a kind, by its ends, has a residue of a range; a bond has its two ends only."""
    if residues is None:
        return True
    first, last = start or end, end or start
    if first is None or last is None:
        return False
    if joins_two(kind):
        return residues.start <= first <= residues.end or residues.start <= last <= residues.end
    return first <= residues.end and last >= residues.start


def choose_sequences(
    profile: Profile, isoform: str = "", residues: Residues | None = None
) -> tuple[tuple[ChosenSequence, ...], tuple[str, ...]]:
    """The sequences of a gene's or protein's page, and a sentence for each that stays out, as in a FASTA file.

    isoform  id, number or name, `all` for every isoform; residues 1-based and closed, on each sequence's own count
    Raises NothingToExport, NotFound and Trouble as `fasta_text` does.
    """
    details, left_out = _proteins(profile, isoform, residues)
    if isinstance(profile, ProteinProfile) and not isoform:
        isoform = profile.isoform
    if isoform.casefold() == ALL:
        left_out += [
            f"isoform {each.id} is left out: its sequence is not known"
            for detail in details
            for each in detail.isoforms
            if not (each.sequence or each.canonical)
        ]
    chosen = []
    for detail in details:
        for each in _isoforms(detail, isoform):
            sequence = ChosenSequence(
                detail,
                each,
                residues,
                _papers(profile, detail.protein.id),
                profile.sources.get(detail.protein.source),
                profile.atlas,
                profile.sources,
            )
            cut(sequence.whole, residues, sequence.id)
            chosen.append(sequence)
    return tuple(chosen), tuple(left_out)


def main_protein(profile: Profile) -> ProteinDetail:
    """The protein that a page is about: the first of a gene; NothingToExport where there is none."""
    if isinstance(profile, ProteinProfile):
        return profile.detail
    if isinstance(profile, GeneProfile):
        if profile.proteins:
            return profile.proteins[0]
        raise NothingToExport(
            f"this atlas knows no protein of {profile.gene.symbol}",
            str(profile.atlas),
            "open an atlas that holds its UniProt entry",
        )
    kind = profile.place.kind.value.replace("_", " ")
    raise NothingToExport(f"a {kind} has no protein", profile.place.id, "name a gene or a protein")


def _proteins(profile: Profile, isoform: str, residues: Residues | None) -> tuple[list[ProteinDetail], list[str]]:
    first = main_protein(profile)
    if not isinstance(profile, GeneProfile) or len(profile.proteins) == 1:
        return [first], []
    if isoform and isoform.casefold() != ALL:
        return [_owner(profile, isoform)], []
    if residues:
        details = [first]
    else:
        details = [each for each in profile.proteins if each.protein.reviewed] or list(profile.proteins)
    left_out = [
        f"{each.protein.accession} is left out: {_why_out(residues)}"
        for each in profile.proteins
        if each not in details
    ]
    return details, left_out


def _why_out(residues: Residues | None) -> str:
    return "a range is of one protein, name it to have it" if residues else "not reviewed, name it to have it"


def _owner(profile: GeneProfile, isoform: str) -> ProteinDetail:
    """The protein of the gene that has the isoform; the first one says what is wrong where none has it."""
    for detail in profile.proteins:
        try:
            if find_isoform(detail, isoform) is not None:
                return detail
        except NotFound:
            continue
    accessions = {each.protein.accession.casefold(): each for each in profile.proteins}
    return accessions.get(isoform.casefold(), profile.proteins[0])


def _isoforms(detail: ProteinDetail, isoform: str) -> list[Isoform | None]:
    if isoform.casefold() != ALL:
        return [find_isoform(detail, isoform)]
    known: list[Isoform | None] = [each for each in detail.isoforms if each.sequence or each.canonical]
    return known or [None]


def _papers(profile: Profile, protein: str) -> tuple[Publication, ...]:
    """The papers that are cited for the protein itself, not those for its gene or an article."""
    cited: tuple[CitedPaper, ...] = ()
    if isinstance(profile, GeneProfile | ProteinProfile):
        cited = profile.citations
    return tuple(each.publication for each in cited if any(use.subject == protein for use in each.uses))
