"""`atlasview export table`: the tables of a page as files."""

from collections.abc import Mapping
from typing import Annotated

import typer

from atlasview.commands.opening import open_atlas, page_of, page_of_gene
from atlasview.commands.options import Range, Target, form_of, one_of
from atlasview.commands.output import put_file, say
from atlasview.export.formats import TABLE_NAMES, TABLES
from atlasview.records.profile import ProteinProfile

_USUAL = "tsv"
_PARTED = ("features", "variants", "transcripts")
"""Tables of which a part can be asked for, of an isoform or a range."""
_NUMBERED = ("features", "variants")
_OF_GENE = ("variants", "transcripts")
"""What the page of a protein has not, and that of its gene has."""


What = Annotated[
    str,
    typer.Option("--what", metavar="|".join(TABLE_NAMES), parser=one_of(TABLE_NAMES), help="Which of its tables."),
]
Form = Annotated[
    str | None,
    typer.Option(
        "--format", metavar="|".join(TABLES), parser=one_of(TABLES), help=f"Else what FILE ends in, else {_USUAL}."
    ),
]
OnIsoform = Annotated[str, typer.Option("--isoform", metavar="ID", help=f"{', '.join(_PARTED)}: of an isoform.")]
ChainColumns = Annotated[
    str,
    typer.Option(
        "--numbering",
        metavar="uniprot|mature|CHAIN",
        help=f"{', '.join(_NUMBERED)}: columns that count in a mature chain. Else UniProt's numbers alone.",
    ),
]


def table(
    shared: typer.Context,
    place: Annotated[str, typer.Argument(metavar="PLACE", help="A page.")],
    what: What,
    form: Form = None,
    isoform: OnIsoform = "",
    residues: Range = None,
    numbering: ChainColumns = "",
    target: Target = None,
) -> int:
    """A table of a page as TSV, CSV or JSON, with its definitions and where it is from."""
    from atlasview.export.tables import Part, page_table, table_text

    _check(what, {"--isoform": isoform, "--range": residues, "--numbering": numbering})
    with open_atlas(shared.obj) as reader:
        profile = page_of(reader, place)
        named = profile.isoform if isinstance(profile, ProteinProfile) else ""
        if what in _OF_GENE:
            profile, named = page_of_gene(reader, profile)
    filled = page_table(profile, what, Part(isoform or named, residues or profile.place.residues, numbering))
    for note in filled.notes:
        say(note)
    count = len(filled.rows)
    told = f"{count} row{'s' if count != 1 else ''} of {what}"
    put_file(table_text(filled, form or form_of(target, TABLES, _USUAL)), target, told)
    return 0


def _check(what: str, given: Mapping[str, object]) -> None:
    """Refuse what the table does not take."""
    for option, value in given.items():
        takes = _NUMBERED if option == "--numbering" else _PARTED
        if value and what not in takes:
            raise typer.BadParameter(f"it is not an option of --what {what}", param_hint=option)
