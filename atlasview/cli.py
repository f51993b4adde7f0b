"""The command line: without a subcommand it opens the window.

What opens the window is decided from the words alone, before anything that only subcommands need is imported.
"""

import io
import sys
from collections.abc import Sequence

from atlasview.commands.output import finish, let_go, put, readable, say
from atlasview.commands.shared import Shared, WrongUsage, take_shared
from atlasview.environment import missing_resource
from atlasview.records.trouble import Trouble

COMMANDS = ("search", "show", "info", "check", "build", "significance", "redraw", "self-test", "export")

DONE, REFUSED, MISUSED, CANCELLED = 0, 1, 2, 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run a line of words (without the program's name) and return the exit status.

    0 done, 1 not there or refused, 2 wrong usage, 70 a bug of ours, 130 cancelled.
    """
    _speak_utf8()
    shared, words = Shared(), list[str]()
    try:
        shared, words = take_shared(sys.argv[1:] if argv is None else argv)
        status = _run(shared, words)
        finish()
    except WrongUsage as wrong:
        return _told(str(wrong), MISUSED)
    except Trouble as trouble:
        return _told(str(trouble), REFUSED)
    except KeyboardInterrupt:
        return _told("cancelled", CANCELLED)
    except BrokenPipeError:  # the reader of our output has gone, as `head` does: nothing is wrong
        let_go()
        return DONE
    except Exception as error:  # noqa: BLE001 - the last door: a person is told what to do with it
        lacking = missing_resource(error)
        if lacking is not None:
            return _told(str(lacking), REFUSED)
        from atlasview.commands import bug

        return _told(bug.report(error, shared, _command(words)), bug.STATUS)
    return status


def _run(shared: Shared, words: list[str]) -> int:
    first = next((word for word in words if not word.startswith("-")), "")
    if shared.version:
        from atlasview import __version__

        put(f"atlasview {__version__}\n")
        return DONE
    if first in COMMANDS or {"-h", "--help"} & set(words):
        if shared.exit_when_shown or shared.picture:
            raise WrongUsage(f"--exit-when-shown and --picture are for the window, atlasview {first}, leave them out")
        from atlasview.commands.application import run as run_command

        return run_command(words if first in COMMANDS else ["--help"], shared)
    return _open_window(shared, words)


def _command(words: list[str]) -> str:
    """Name of the command that a line of words runs, `window` for none."""
    return next((word for word in words if word in COMMANDS), "window")


def _open_window(shared: Shared, words: list[str]) -> int:
    unknown = [word for word in words if word.startswith("-") and word != "--"]
    places = [word for word in words if word != "--"]
    if unknown:
        raise WrongUsage(f"no such option: {unknown[0]}, atlasview, see atlasview --help")
    if len(places) > 1:
        raise WrongUsage(
            f"no such command: {places[0]}, atlasview, "
            "name one place (in quotes where it has spaces) or see atlasview --help"
        )
    from atlasview.app import run as run_window

    return run_window(
        place=readable(places[0]) if places else "",
        atlas=shared.atlas,
        home=shared.home,
        exit_when_shown=shared.exit_when_shown,
        picture=shared.picture,
        say=put,
    )


def _told(message: str, status: int) -> int:
    say(message)
    return status


def _speak_utf8() -> None:
    """Answers are UTF-8 with plain line feeds, whatever the system's language is set to."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
