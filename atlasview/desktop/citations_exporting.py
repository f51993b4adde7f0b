"""Papers on their way into a file or onto the clipboard."""

from functools import partial
from typing import TYPE_CHECKING

from atlasview.desktop.panels.exports import CitationsExport, CitingExport
from atlasview.desktop.saving import Clip, Copying, Output, Saving, only
from atlasview.export.citing import citing_text
from atlasview.export.formats import CITATION_KINDS
from atlasview.export.names import citations_name
from atlasview.records.profile import AtlasProfile

if TYPE_CHECKING:
    from atlasview.records.profile import Profile
    from atlasview.records.publication import Publication

TEXT = "text"


def needs_style(what: CitationsExport) -> bool:
    """Whether the person has still to choose a citation style."""
    return what.form == TEXT and not what.style


def citations_export(what: CitationsExport, profile: "Profile") -> Saving | Copying:
    """How the papers are written or copied."""
    if what.copy:
        return Copying(partial(_copied, what))
    kinds = only(CITATION_KINDS, what.form)
    style = what.style.rpartition("/")[2].removesuffix(".csl") if what.form == TEXT else ""
    subject = profile.place.label or profile.place.id
    return Saving(
        "Export citations" if len(what.papers) != 1 else "Export citation",
        kinds,
        lambda suffix: citations_name(subject, profile.atlas, suffix, style, what.part),
        partial(_written, what.papers, what.style),
    )


def citing_export(what: CitingExport, profile: "Profile") -> Saving | Copying:
    """How to cite the atlas of a page, which is that of the atlas itself; written or copied."""
    assert isinstance(profile, AtlasProfile)
    text = citing_text(profile.manifest)
    if what.copy:
        return Copying(lambda: Clip(text, "How to cite the atlas"))
    return Saving(
        "Save how to cite the atlas",
        {TEXT: ("Text", (".txt",))},
        lambda suffix: citations_name("atlas", profile.atlas, suffix),
        lambda _form: Output(text.encode()),
    )


def _written(papers: tuple["Publication", ...], style: str, form: str) -> Output:
    from atlasview.export.citations import DEFAULT_STYLE, citations_text

    return Output(citations_text(papers, form, style or DEFAULT_STYLE).encode())


def _copied(what: CitationsExport) -> Clip:
    from atlasview.export.citations import citations_clip, citations_text

    count = len(what.papers)
    if what.form == "pmids":
        numbers = list(dict.fromkeys(paper.pmid for paper in what.papers if paper.pmid))
        without = f", {count - len(numbers)} papers have none" if len(numbers) < count else ""
        return Clip("\n".join(numbers) + "\n", f"{len(numbers)} PMIDs{without}")
    said = f"{count} citations" if count != 1 else "Citation"
    if what.form != TEXT:
        return Clip(citations_text(what.papers, what.form), said)
    text, html = citations_clip(what.papers, what.style)
    return Clip(text, f"{said} ({what.style})", html)
