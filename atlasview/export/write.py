"""Writing a file so that its place holds the old content or the new one, never a part."""

import errno
import os
import stat
from collections.abc import Iterable
from pathlib import Path

from atlasview.aside import in_place_of
from atlasview.records.trouble import Trouble

_REASONS = {
    errno.EACCES: ("may not be written", "choose another folder, or ask for the right to write there"),
    errno.EPERM: ("may not be written", "choose another folder, or ask for the right to write there"),
    errno.EROFS: ("lies on a read-only disk", "choose another folder"),
    errno.ENOSPC: ("cannot be written: the disk is full", "free some space, or choose another disk"),
    errno.EDQUOT: ("cannot be written: your quota of disk space is used up", "free some space, or choose another disk"),
    errno.EFBIG: ("cannot be written: a file may not grow that large here", "choose another disk"),
    errno.ENOENT: ("cannot be written: there is no such folder", "make the folder first, or choose another"),
    errno.ENOTDIR: ("cannot be written: there is no such folder", "make the folder first, or choose another"),
    errno.EISDIR: ("is a folder", "name a file in it"),
    errno.ENAMETOOLONG: ("cannot be written: the name is too long", "choose a shorter name"),
}


def write_aside(path: Path, content: bytes) -> None:
    """Write `content` aside and put it in the place of `path`; on any failure the old file is as it was.

    A link is followed, and a device or pipe is written to directly. Raises Trouble where the system refuses.
    """
    write_parts_aside(path, (content,))


def write_parts_aside(path: Path, parts: Iterable[bytes]) -> None:
    """The same for content that is made while it is written; what making it raises leaves the old file as it was."""
    try:
        target = Path(os.path.realpath(path))
        kind = _kind(target)
        if kind == stat.S_IFDIR:
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if kind not in (0, stat.S_IFREG):
            with target.open("wb") as file:
                file.writelines(parts)
        else:
            _replace(target, parts)
    except OSError as refusal:
        raise _trouble(path, refusal) from refusal
    except ValueError as refusal:  # a name with a zero byte in it
        raise Trouble("the name of the file is not one", repr(str(path)), "choose another name") from refusal


def _kind(target: Path) -> int:
    """File type bits, 0 where there is nothing yet."""
    try:
        return stat.S_IFMT(target.stat().st_mode)
    except FileNotFoundError:
        return 0


def _replace(target: Path, parts: Iterable[bytes]) -> None:
    mode = _mode_to_keep(target)
    aside = target.with_name(f".atlasview-{os.urandom(6).hex()}.part")
    with in_place_of(target, aside):
        descriptor = os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
        with os.fdopen(descriptor, "wb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        if mode is not None:
            aside.chmod(mode)


def _mode_to_keep(target: Path) -> int | None:
    """Permissions of the file that is replaced, None for a new one; PermissionError where it is write-protected."""
    if not target.exists():
        return None
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return stat.S_IMODE(target.stat().st_mode)


def _trouble(path: Path, refusal: OSError) -> Trouble:
    known = _REASONS.get(refusal.errno or 0)
    what, remedy = known or (f"cannot be written: {refusal.strerror or refusal}", "choose another place")
    return Trouble(f"the file {what}", str(path), remedy)
