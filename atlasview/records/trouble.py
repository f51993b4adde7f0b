"""Trouble that the environment or the input makes, told to a person; anything else is a bug of ours."""


class Trouble(Exception):
    """Something outside the program is in the way.

    what    one sentence that says what happened, without a full stop
    where   the file, line or record it happened at; empty where there is none
    remedy  one sentence that says what to do; empty where nothing can be done
    """

    def __init__(self, what: str, where: str = "", remedy: str = "") -> None:
        super().__init__(what, where, remedy)
        self.what = what
        self.where = where
        self.remedy = remedy

    def __str__(self) -> str:
        return ", ".join(part for part in (self.what, self.where, self.remedy) if part)


class AtlasMissing(Trouble):
    """There is no readable file at the path."""


class AtlasForeign(Trouble):
    """The file is not an atlas."""


class AtlasDamaged(Trouble):
    """The file is an atlas, and incomplete or inconsistent.

    expected_bytes and found_bytes are sizes of the file, None where the damage is not one of size.
    """

    def __init__(
        self,
        what: str,
        where: str = "",
        remedy: str = "",
        expected_bytes: int | None = None,
        found_bytes: int | None = None,
    ) -> None:
        super().__init__(what, where, remedy)
        self.expected_bytes = expected_bytes
        self.found_bytes = found_bytes


class AtlasTooNew(Trouble):
    """The file was made by a later AtlasView, with a schema that this one cannot read."""


class AtlasTooOld(Trouble):
    """The file was made by an earlier AtlasView, with a schema that this one no longer reads."""


class NotFound(Trouble):
    """The atlas holds nothing of that name."""


class Ambiguous(Trouble):
    """A name leads to several things; `candidates` are their identifiers with their names."""

    def __init__(self, what: str, candidates: tuple[tuple[str, str], ...]) -> None:
        listed = "; ".join(f"{identifier} ({name})" for identifier, name in candidates[:8])
        more = f"; {len(candidates) - 8} more" if len(candidates) > 8 else ""
        super().__init__(what, remedy=f"name one of them: {listed}{more}")
        self.candidates = candidates

    def __reduce__(self) -> tuple[type["Ambiguous"], tuple[str, tuple[tuple[str, str], ...]]]:
        """Made anew from what it was made of, so that it passes from one process to another."""
        return type(self), (self.what, self.candidates)


class NothingToExport(Trouble):
    """The place exists and has no data for the view, table or format that was asked for."""


class InputRefused(Trouble):
    """A file that was handed in cannot be used."""


class AssemblyUnknown(InputRefused):
    """A file does not say which genome assembly its positions count on; the one who hands it in may know."""


class Stopped(Exception):
    """The one who asked has withdrawn the request; nothing is wrong."""
