"""The subcommands as one application, and how a line of words is run."""

from collections.abc import Callable

import typer
from typer.main import get_command

from atlasview.commands import info, search, show
from atlasview.commands.build import build
from atlasview.commands.export_citations import citations
from atlasview.commands.export_figure import figure
from atlasview.commands.export_sequence import sequence
from atlasview.commands.export_table import table
from atlasview.commands.redraw import redraw
from atlasview.commands.self_test.command import self_test
from atlasview.commands.shared import OPTIONS, Shared, WrongUsage
from atlasview.commands.significance import significance

_UsageError: type[Exception] = typer.BadParameter.__bases__[0]
"""What typer raises for wrong usage of every kind; it has no public name."""

_ABOUT = """An offline desktop atlas of genes. Without a command it opens the window, at PLACE where one is named.

PLACE is anything that search finds without doubt: IL21, cd127, HGNC:6024, P16871-2, CL:0002038, PMID:11081504.

\b
Options of the window and of every command:
{options}

Exit status: 0 done, 1 not there or refused, 2 wrong usage, 70 a bug of AtlasView, 130 cancelled.
"""


def run(words: list[str], shared: Shared) -> int:
    """Run a subcommand and return its exit status. Raises WrongUsage, and what the command raises."""
    command = get_command(_application())
    try:
        with command.make_context("atlasview", show.spread_sections(words), obj=shared) as context:
            status: int | None = command.invoke(context)
    except typer.Exit as ending:
        return ending.exit_code
    except _UsageError as wrong:
        raise WrongUsage(_told(wrong)) from wrong
    return status or 0


def _application() -> typer.Typer:
    listed = "\n".join(f"  {name:<19}{purpose}" for name, purpose in OPTIONS)
    application = typer.Typer(
        name="atlasview",
        help=_ABOUT.format(options=listed),
        add_completion=False,
        add_help_option=True,
        rich_markup_mode=None,
        subcommand_metavar="[PLACE] | COMMAND [ARGS]...",
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    tasks: tuple[Callable[..., int], ...] = (
        *(search.search, show.show, info.info, info.check),
        *(build, significance, redraw, self_test),
    )
    for task in tasks:
        application.command()(task)
    exports = typer.Typer(
        name="export", help="Sequences, figures, citations and tables as files.", rich_markup_mode=None
    )
    files: tuple[Callable[..., int], ...] = (sequence, figure, citations, table)
    for task in files:
        exports.command()(task)
    application.add_typer(exports)
    return application


def _told(wrong: Exception) -> str:
    """What is wrong, where, and where to read on, from an error of typer's."""
    message: str = wrong.format_message()  # type: ignore[attr-defined]
    context: typer.Context | None = getattr(wrong, "ctx", None)
    path = context.command_path if context else "atlasview"
    return f"{message.rstrip('.')}, {path}, see {path} --help"
