"""Elements of UniProt's XML without the trouble of namespaces, and the evidence that they point to."""

from collections.abc import Iterator
from typing import Any

from atlasview.sources.uniprot.evidence import one_evidence


class Part:
    """An element: iterates over its children, gives attributes by name (empty where there is none)."""

    __slots__ = ("element",)

    def __init__(self, element: Any) -> None:
        self.element = element

    def __iter__(self) -> Iterator["Part"]:
        return (Part(one) for one in self.element if isinstance(one.tag, str))

    def __getitem__(self, name: str) -> str:
        return str(self.element.get(name, ""))

    def __bool__(self) -> bool:
        return True

    @property
    def tag(self) -> str:
        """Its name without namespace."""
        return str(self.element.tag).rpartition("}")[2]

    def all(self, name: str, *names: str) -> Iterator["Part"]:
        """Children of this name, or what is below them by further names."""
        for one in self:
            if one.tag == name:
                if names:
                    yield from one.all(*names)
                else:
                    yield one

    def first(self, name: str) -> "Part | None":
        """The first child of this name."""
        return next(self.all(name), None)

    def text(self, name: str) -> str:
        """Text of the first child of this name, empty where there is none."""
        found = self.first(name)
        return text_of(found) if found else ""


def text_of(said: Part) -> str:
    """Text of an element in one line."""
    return " ".join((said.element.text or "").split())


def evidence_by_key(entry: Part) -> dict[str, str]:
    """Evidence of an entry by its key; that of before 2014 has no code of ECO and is left out, as in flat text."""
    found = {}
    for one in entry.all("evidence"):
        code, where = one["type"], ""
        for source in one.all("source"):
            reference = source.first("dbReference")
            where = f"{reference['type']}:{reference['id']}" if reference else f"Ref.{source['ref']}"
        if code.startswith("ECO:"):
            found[one["key"]] = one_evidence(f"{code}|{where}" if where else code)
    return found
