"""The file of settings: read with care, written aside and replaced, shared by all windows that are open."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from atlasview.home.settings import BY_KEY
from atlasview.records.trouble import Trouble

NAME = "settings.json"
_LARGEST = 4_000_000
"""Bytes; a file that is larger was not written by AtlasView."""


class SettingsDamaged(Trouble):
    """What stands in the file of settings cannot be used, or not all of it."""


class Kept:
    """What the file holds: usable `values` by their keys, and the `trouble` with the rest, None where all is well."""

    def __init__(self, values: Mapping[str, Any], trouble: Trouble | None = None) -> None:
        self.values = values
        self.trouble = trouble


def read_settings(home: Path) -> Kept:
    """The settings kept in a home folder; a file that is none is left as it is, and its trouble comes with the answer.

    The file is set aside when the next settings are written.
    """
    path = home / NAME
    try:
        everything = _read(path)
    except Trouble as trouble:
        return Kept({}, trouble)
    known = {key: value for key, value in everything.items() if key in BY_KEY}
    values = {key: value for key, value in known.items() if BY_KEY[key].accepts(value)}
    refused = sorted(known.keys() - values.keys())
    if not refused:
        return Kept(values)
    what = f"{len(refused)} setting{'s' if len(refused) > 1 else ''} could not be used: {', '.join(refused)}"
    return Kept(values, SettingsDamaged(what, str(path), "the usual values are in their place"))


def write_settings(home: Path, changes: Mapping[str, Any]) -> Path | None:
    """Write changed settings into the file and leave the others as they are, those of other windows and versions too.

    Returns where a damaged file was set aside, None where there was none. Raises Trouble where nothing can be kept;
    the old file is as it was then.
    """
    import json

    from atlasview.export.write import write_aside

    path = home / NAME
    _make(home)
    aside = None
    try:
        everything = _read(path)
    except SettingsDamaged:
        aside, everything = _set_aside(path), {}
    sound = {key: value for key, value in everything.items() if key not in BY_KEY or BY_KEY[key].accepts(value)}
    for key, value in changes.items():
        merge = BY_KEY[key].merge
        sound[key] = merge(sound[key], value) if merge is not None and key in sound else value
    write_aside(path, (json.dumps(sound, indent=1, sort_keys=True) + "\n").encode("ascii"))
    return aside


def _read(path: Path) -> dict[str, Any]:
    """What the file says; SettingsDamaged where it is no settings, Trouble where it may not be read."""
    try:
        if path.stat().st_size > _LARGEST:
            raise _damaged(path)
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    except OSError as refusal:
        what = f"the settings cannot be read: {refusal.strerror or refusal}"
        raise Trouble(what, str(path), "the usual ones are in use") from refusal
    import json

    try:
        everything = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise _damaged(path) from error
    if not isinstance(everything, dict):
        raise _damaged(path)
    return everything


def _damaged(path: Path) -> SettingsDamaged:
    return SettingsDamaged("the file of settings is damaged", str(path), "the usual settings are in use")


def _make(home: Path) -> None:
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as refusal:
        reason = "it is a file" if home.exists() and not home.is_dir() else refusal.strerror or str(refusal)
        raise Trouble(f"the home folder cannot be used: {reason}", str(home), "") from refusal


def _set_aside(path: Path) -> Path:
    """Rename the file, to a name that nothing has; Trouble where that is refused."""
    names = (path.with_name(f"{path.stem}-damaged{f'-{at}' if at else ''}{path.suffix}") for at in range(1000))
    free = next((name for name in names if not name.exists()), path.with_name(f"{path.stem}-damaged{path.suffix}"))
    try:
        return path.rename(free)
    except OSError as refusal:
        what = f"the damaged settings cannot be set aside: {refusal.strerror or refusal}"
        raise Trouble(what, str(path), "remove the file, or name another home with --home") from refusal
