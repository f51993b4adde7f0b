"""`atlasview export table`: the tables of a page as files."""

from typing import Annotated

import typer

from atlasview.commands.opening import open_atlas, page_of
from atlasview.commands.options import Target, form_of, one_of
from atlasview.commands.output import put_file
from atlasview.export.formats import TABLE_NAMES, TABLES

_USUAL = "tsv"


def table(
    shared: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A page.")],
    what: Annotated[
        str,
        typer.Option("--what", metavar="|".join(TABLE_NAMES), parser=one_of(TABLE_NAMES), help="Which of its tables."),
    ],
    form: Annotated[
        str | None,
        typer.Option(
            "--format",
            metavar="|".join(TABLES),
            parser=one_of(TABLES),
            help=f"Else what FILE ends in, else {_USUAL}.",
        ),
    ] = None,
    target: Target = None,
) -> int:
    """A table of a page as TSV, CSV or JSON, with its definitions and where it is from."""
    from atlasview.export.tables import page_table, table_text

    with open_atlas(shared.obj) as reader:
        profile = page_of(reader, place)
    filled = page_table(profile, what)
    count = len(filled.rows)
    told = f"{count} row{'s' if count != 1 else ''} of {what}"
    put_file(table_text(filled, form or form_of(target, TABLES, _USUAL)), target, told)
    return 0
