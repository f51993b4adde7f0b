"""`atlasview info` and `atlasview check`: what an atlas says of itself, and whether it holds what it says."""

from pathlib import Path
from typing import Annotated

import typer

from atlasview.commands.opening import open_atlas
from atlasview.commands.options import AsJson
from atlasview.commands.output import page_width, put, put_document, put_page, say
from atlasview.records.source import Finding
from atlasview.records.trouble import AtlasMissing, Trouble


def info(
    shared: typer.Context,
    file: Annotated[Path | None, typer.Argument(metavar="[FILE]", help="An atlas; else the one of --atlas.")] = None,
    as_json: AsJson = False,
) -> int:
    """Name, version, counts, sources and licences of an atlas."""
    from atlasview.atlas.manifest import manifest

    with open_atlas(shared.obj._replace(atlas=file or shared.obj.atlas)) as reader:
        told = manifest(reader)
    if as_json:
        from atlasview.export.document.manifest import info_document

        put_document(info_document(told))
    else:
        from atlasview.export.text.manifest import info_text

        put_page(info_text(told, page_width()))
    return 0


def check(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="An atlas.")],
    as_json: AsJson = False,
) -> int:
    """Read an atlas through and name everything that is wrong with it."""
    findings = _findings(file)
    errors = [each for each in findings if each.severity == "error"]
    if as_json:
        from atlasview.export.document.manifest import check_document

        put_document(check_document(findings))
    else:
        from atlasview.export.text.manifest import check_text

        put(check_text(findings, page_width()))
    if not errors:
        return 0
    more = f", {len(errors) - 1} more" if len(errors) > 1 else ""
    say(f"{errors[0].what}, {errors[0].where}{more}, build or fetch the atlas again")
    return 1


def _findings(file: Path) -> tuple[Finding, ...]:
    """A file that does not even open as an atlas has that as its finding; one that is not there is trouble."""
    from atlasview.atlas.check import check_atlas

    try:
        return check_atlas(file)
    except AtlasMissing:
        raise
    except Trouble as trouble:
        return (Finding("error", trouble.where or str(file), trouble.what),)
