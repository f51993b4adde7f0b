"""Citations as files for reference managers, and as a list of references in a citation style."""

from collections.abc import Callable, Iterable

from atlasview.export.citations.bibtex import bibtex_text
from atlasview.export.citations.csl_json import csl_json_text
from atlasview.export.citations.merging import merged
from atlasview.export.citations.nbib import nbib_text
from atlasview.export.citations.reference import Reference, reference
from atlasview.export.citations.ris import ris_text
from atlasview.export.citations.styles import DEFAULT as DEFAULT_STYLE
from atlasview.export.citations.text import formatted_html, formatted_text
from atlasview.export.formats import CITATIONS as SUFFIXES
from atlasview.records.profile import GeneProfile, Profile, ProteinProfile, PublicationProfile
from atlasview.records.publication import Publication
from atlasview.records.trouble import NothingToExport

_WRITERS: dict[str, Callable[[Iterable[Reference]], str]] = {
    "ris": ris_text,
    "bibtex": bibtex_text,
    "csl-json": csl_json_text,
    "nbib": nbib_text,
}

TEXT = "text"

__all__ = ["DEFAULT_STYLE", "SUFFIXES", "TEXT", "citations_clip", "citations_text", "papers"]


def citations_text(cited: Iterable[Publication], form: str, style: str = DEFAULT_STYLE) -> str:
    """Papers in a format, one of SUFFIXES, each paper once; the same papers give the same text.

    style  for `text`: a name of `styles.style_names`, or the path of a CSL file
    Only what the atlas knows is written. Raises NotFound for an unknown style, InputRefused for a file that is not one.
    """
    references = [reference(paper) for paper in merged(cited)]
    return formatted_text(references, style) if form == TEXT else _WRITERS[form](references)


def citations_clip(cited: Iterable[Publication], style: str) -> tuple[str, str]:
    """Papers as a list in a style, as plain text and as HTML; raises as `citations_text` does."""
    references = [reference(paper) for paper in merged(cited)]
    return formatted_text(references, style), formatted_html(references, style)


def papers(profile: Profile) -> tuple[Publication, ...]:
    """The papers that a page cites, of a paper's page that paper; NothingToExport where there is none."""
    if isinstance(profile, PublicationProfile):
        return (profile.publication,)
    cited = profile.citations if isinstance(profile, GeneProfile | ProteinProfile) else ()
    if not cited:
        subject = profile.place.label or profile.place.id
        other = "open an atlas that holds its UniProt entry, or papers of NCBI's gene2pubmed"
        remedy = other if isinstance(profile, GeneProfile | ProteinProfile) else "name a gene, a protein or a paper"
        raise NothingToExport(f"this atlas has no citations of {subject}", str(profile.atlas), remedy)
    return tuple(each.publication for each in cited)
