"""What can be told from the first hundred bytes of a file, before SQLite is asked to read it."""

import struct
from pathlib import Path

from atlasview.atlas.format import APPLICATION_ID, OLDEST_READABLE, SCHEMA_VERSION
from atlasview.records.trouble import AtlasDamaged, AtlasForeign, AtlasMissing, AtlasTooNew, AtlasTooOld, Trouble

_MAGIC = b"SQLite format 3\x00"
_HEADER = struct.Struct(">16sH10xI28xI4xI28x")
"""Magic, page size, pages in the file, user_version, application_id; see https://sqlite.org/fileformat2.html."""

_GET_ANOTHER = "build it again, or take a fresh copy of it"


def check_header(path: Path) -> None:
    """Raise the Trouble that keeps the file at `path` from being read as an atlas; None does."""
    header, found = _first_bytes(path)
    where = str(path)
    if not found:
        raise AtlasDamaged("the atlas file is empty", where, _GET_ANOTHER, found_bytes=0)
    if not header.startswith(_MAGIC[: len(header)]):
        raise AtlasForeign("this file is not an atlas", where, "choose a file that AtlasView built")
    if len(header) < _HEADER.size:
        raise AtlasDamaged("the atlas file breaks off in its first bytes", where, _GET_ANOTHER, found_bytes=found)
    _magic, page_size, pages, version, application = _HEADER.unpack(header)
    if application != APPLICATION_ID:
        raise AtlasForeign(
            "this is a database of another program, not an atlas", where, "choose a file that AtlasView built"
        )
    _check_version(version, where)
    expected = pages * (65536 if page_size == 1 else page_size)
    if expected != found:
        what = "the atlas file is incomplete" if found < expected else "the atlas file is longer than it says"
        raise AtlasDamaged(f"{what}: {found:,} bytes instead of {expected:,}", where, _GET_ANOTHER, expected, found)


def unreadable(path: Path, error: OSError) -> Trouble:
    """The Trouble for a file that the system does not hand out."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return AtlasMissing("there is no atlas file", str(path), "check the path, or choose another atlas")
    if isinstance(error, IsADirectoryError):
        return AtlasMissing("this is a folder, not an atlas file", str(path), "name the .atlas file inside it")
    if isinstance(error, PermissionError):
        return AtlasMissing("the atlas file may not be read", str(path), "ask its owner for the right to read it")
    reason = error.strerror or type(error).__name__
    return AtlasMissing(
        f"the atlas file cannot be read ({reason})", str(path), "check the disk, or choose another atlas"
    )


def _first_bytes(path: Path) -> tuple[bytes, int]:
    try:
        if path.is_dir():  # Windows says "permission denied" of a folder
            raise IsADirectoryError
        if path.exists() and not path.is_file():  # a pipe would never answer
            raise AtlasMissing("this is a device or a pipe, not an atlas file", str(path), "choose an .atlas file")
        with path.open("rb") as file:
            return file.read(_HEADER.size), path.stat().st_size
    except OSError as error:
        raise unreadable(path, error) from error
    except ValueError as error:  # a NUL in the path
        raise AtlasMissing("there is no atlas file", str(path), "check the path, or choose another atlas") from error


def _check_version(version: int, where: str) -> None:
    if version > SCHEMA_VERSION:
        raise AtlasTooNew(
            f"this atlas was made by a later AtlasView (format {version}, this one reads up to {SCHEMA_VERSION})",
            where,
            "update AtlasView to open it",
        )
    if version < OLDEST_READABLE:
        raise AtlasTooOld(
            f"this atlas was made by an earlier AtlasView, in format {version} that is no longer read",
            where,
            "build it again from its sources",
        )
