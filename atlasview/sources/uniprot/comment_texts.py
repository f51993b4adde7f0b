"""What structured comments say, in one line of text that is the same for every format."""

from collections.abc import Callable

Fields = list[tuple[str, str]]


def shown(topic: str, fields: Fields) -> str:
    """Text of a structured comment by its fields in their order; a field of old entries has no name."""
    return _TEXTS.get(topic, _as_fields)(fields)


def _as_fields(fields: Fields) -> str:
    said = ""
    for key, value in fields:
        if key.endswith(":"):
            said += f"{' ' if said else ''}{key}" + (f" {value.rstrip(';')};" if value else "")
        else:
            said += f"{' ' if said else ''}{key}={value};" if key else f"{' ' if said else ''}{value};"
    return said.removesuffix(";")


def _reaction(fields: Fields) -> str:
    if not any(key == "Reaction" for key, _value in fields):
        return "; ".join(value for _key, value in fields)
    said, more = "", list[str]()
    for key, value in fields:
        if key == "Reaction":
            said = value
        elif key == "EC":
            more.append(f"EC {value}")
        elif key == "Xref":
            more += [part.removeprefix("Rhea:") for part in value.split(", ")[:1] if part.startswith("Rhea:RHEA:")]
        elif key == "PhysiologicalDirection":
            more.append(value)
    return f"{said} ({'; '.join(dict.fromkeys(more))})" if more else said


def _cofactor(fields: Fields) -> str:
    names = ", ".join(value for key, value in fields if key == "Name")
    notes = [value for key, value in fields if key in {"Note", ""}]
    return ". ".join(part.removesuffix(".") for part in (names, *notes) if part) + ("." if notes else "")


def _web(fields: Fields) -> str:
    return "; ".join(value.strip('"') for _key, value in fields)


_TEXTS: dict[str, Callable[[Fields], str]] = {
    "CATALYTIC ACTIVITY": _reaction,
    "COFACTOR": _cofactor,
    "WEB RESOURCE": _web,
}
