"""Which organ a sample is counted to, and by which term an ontology knows it: `resources/expression/samples.tsv`."""

import re
from dataclasses import dataclass
from functools import cache

from atlasview.bundled import resource

OTHER = "Other"
_APART = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Sample:
    """A tissue or cell type of the public expression data sets.

    kind   `tissue`, `blood cell` or `cell type`
    group  organ or family of cells that a chart shows it under
    id     UBERON or CL term whose name or exact synonym is the sample's name, empty where there is none
    label  name of that term
    """

    key: str
    kind: str
    group: str
    id: str
    label: str


@cache
def samples() -> dict[str, Sample]:
    """All samples of the table by their keys, in its order."""
    _head, *rows = resource("expression/samples.tsv").read_text(encoding="utf-8").splitlines()
    found = (Sample(*row.split("\t")) for row in rows)
    return {one.key: one for one in found}


@cache
def sample(name: str) -> Sample | None:
    """The sample of this name, None for one that the table does not have. Case, hyphens and underscores do not count.

    `Cervix, uterine`, `cervix_uterine` and `cervix uterine` are one.
    """
    return samples().get(_APART.sub(" ", name.lower()).strip())


def group_of(name: str) -> str:
    """Organ or family of cells of a sample, OTHER for one that the table does not have."""
    known = sample(name)
    return known.group if known else OTHER


def groups() -> tuple[str, ...]:
    """All groups in the order in which a chart shows them."""
    return (*dict.fromkeys(one.group for one in samples().values()), OTHER)


def term_of(name: str) -> str:
    """UBERON or CL identifier of a sample, empty where no ontology names it exactly so."""
    known = sample(name)
    return known.id if known else ""


def term_labels() -> dict[str, str]:
    """Names of the terms that samples of tissue and blood are known by, by their identifiers."""
    return {one.id: one.label for one in samples().values() if one.id}
