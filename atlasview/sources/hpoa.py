"""The Human Phenotype Ontology's `phenotype.hpoa`: signs of diseases, with how often they are seen."""

from collections.abc import Iterator
from typing import Any

from atlasview.records.disease import Disease, DiseasePhenotype
from atlasview.sources.format import Format, Turn
from atlasview.sources.head import Head
from atlasview.sources.header import Header
from atlasview.sources.hpo_genes import disease_id
from atlasview.sources.opened import SourceFile
from atlasview.sources.rejection import Filtered
from atlasview.sources.taken import Outcome, Taken

_COLUMNS = ("database_id", "disease_name", "qualifier", "hpo_id", "reference", "onset", "frequency", "sex", "aspect")
_RENAMED = {
    "DatabaseID": "database_id",
    "DiseaseName": "disease_name",
    "Qualifier": "qualifier",
    "HPO_ID": "hpo_id",
    "Reference": "reference",
    "Onset": "onset",
    "Frequency": "frequency",
    "Sex": "sex",
    "Aspect": "aspect",
}
"""Names of the columns before 2022."""
_FREQUENCIES = {
    "HP:0040280": "always",
    "HP:0040281": "very frequent",
    "HP:0040282": "frequent",
    "HP:0040283": "occasional",
    "HP:0040284": "very rare",
    "HP:0040285": "excluded",
}
_SIGN = "P"
"""Aspect of signs; others are inheritance, course and modifiers."""


def _header(file: SourceFile, lines: Iterator[tuple[int, str]]) -> Header:
    for number, line in lines:
        bare = line.lstrip("#")
        if bare.startswith(("version:", "date:")):
            file.release = file.release or bare.partition(":")[2].strip()
            file.date = file.release
        elif bare.startswith(("database_id\t", "DatabaseID\t")):
            return Header(file, number, bare.split("\t"), _RENAMED)
        elif line.strip() and not line.startswith("#"):
            return Header(file, number, line.split("\t"), _RENAMED)
    raise file.refused("the file is empty", remedy="fetch the file again")


def _read(file: SourceFile) -> Iterator[Outcome]:
    lines = file.lines()
    header = _header(file, lines)
    places = [header.need(name) for name in _COLUMNS]
    yield from header.of_human(
        lines, 1 + places[3], lambda at, cells: _outcome(file, at, [cells[place] for place in places])
    )


def _outcome(file: SourceFile, line: int, cells: list[str]) -> Outcome:
    said, name, qualifier, term, reference, onset, frequency, sex, aspect = cells
    disease = disease_id(said)
    if not disease:
        return file.rejected(line, "no identifier of a disease", said)
    if not (term.startswith("HP:") and term[3:].isdecimal()):
        return file.rejected(line, "no term of the Human Phenotype Ontology", term)
    if aspect not in (_SIGN, ""):
        return Filtered(line, "inheritance, onset or course, no sign")
    often = _FREQUENCIES.get(frequency, frequency)
    absent = qualifier.upper() == "NOT" or often == "excluded"
    records: list[Any] = [DiseasePhenotype(disease, term, often, absent, onset, sex.casefold(), reference, file.source)]
    if name:
        records.insert(0, Disease(disease, name, "", file.source))
    return Taken(line, records)


def _is_hpoa(head: Head) -> bool:
    for line in head.lines[:40]:
        names = set(line.lstrip("#").split("\t"))
        if {"database_id", "hpo_id", "aspect"} <= names or {"DatabaseID", "HPO_ID", "Aspect"} <= names:
            return True
    return False


FORMATS = (
    Format(
        key="hpoa",
        title="HPO phenotype.hpoa",
        database="hp",
        turn=Turn.TIES,
        adds="signs of diseases with how often they are seen",
        recognises=_is_hpoa,
        read=_read,
    ),
)
