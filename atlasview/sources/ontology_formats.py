"""One format for each ontology that pages show, and one for any other, in either of the forms they are published in."""

from collections.abc import Callable, Iterator
from functools import partial

from atlasview.sources.databases import DATABASES
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.ontology import ONTOLOGIES, OTHER, SHOWN, Ontology
from atlasview.sources.opened import SourceFile
from atlasview.sources.taken import Outcome


def ontology_formats(
    form: str,
    ending: str,
    home: Callable[[Head], str | None],
    read: Callable[[SourceFile, str], Iterator[Outcome]],
) -> tuple[Format, ...]:
    """Formats of the ontologies in one form (`OBO`), with `ending` behind their keys.

    home  prefix of the ontology that a file of this form holds (empty where it does not say), None for other files
    read  outcomes of a file; the prefix handed to it holds where the file does not say its own
    """

    def told(ontology: Ontology, head: Head) -> bool:
        prefix = home(head)
        return prefix is not None and SHOWN.get(prefix, OTHER) is ontology

    return tuple(
        Format(
            key=f"{one.key}{ending}",
            title=f"{DATABASES[one.key].name if one.prefix else 'another ontology'} ({form})",
            database=one.key,
            turn=Turn.ONTOLOGIES,
            adds=one.adds,
            recognises=partial(told, one),
            read=partial(_read_as, read, one.prefix),
        )
        for one in (*ONTOLOGIES, OTHER)
    )


def _read_as(read: Callable[[SourceFile, str], Iterator[Outcome]], prefix: str, file: SourceFile) -> Iterator[Outcome]:
    return read(file, prefix)
