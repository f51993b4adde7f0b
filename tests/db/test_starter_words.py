"""The words of the starter atlas are our own: no run of eight words is shared with a source's text."""

import gzip
import re
from collections.abc import Iterable

from tests.db.starter import DATA, STARTER, entries, needs_shared, rows, seed

RUN = 8


def runs(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"[a-z0-9α-ω]+", text.casefold())
    return {tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1)}


def all_runs(texts: Iterable[str]) -> set[tuple[str, ...]]:
    return {run for text in texts for run in runs(text)}


def definitions(name: str) -> list[str]:
    raw = (DATA / "ontology" / name).read_bytes()
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
    return re.findall(r'^def: "((?:[^"\\]|\\.)*)"', text, re.MULTILINE)


def own_texts() -> dict[str, str]:
    texts = {}
    for path in (STARTER / "articles").glob("*.md"):
        body = path.read_text(encoding="utf-8").rpartition("\n+++\n")[2]
        for source in rows("sources"):
            body = body.replace(source["database"].partition(",")[0], "")
        texts[path.name] = re.sub(r"\]\([^)]*\)", "]", body)
    columns = {"disease_associations": "note", "variants": "note", "isoforms": "note", "citations": "scope"}
    for noun in (*columns, "cell_types", "terms", "diseases"):
        column = columns.get(noun, "definition")
        kept = [row[column] for row in rows(noun) if (noun, row["source"]) != ("citations", "uniprot")]
        texts |= {f"{noun} {number}": text for number, text in enumerate(kept)}
    return texts


@needs_shared
def test_nothing_is_copied_from_uniprot_comments_the_documents_or_definitions():
    sources = {
        "UniProt": all_runs(text for record in entries().values() for text in record.comments),
        "the documents": all_runs(seed(number) for number in ("000", "001", "002")),
        "Cell Ontology": all_runs(definitions("cl-basic.obo.gz") + definitions("blood_and_immune_upper_slim.obo.gz")),
        "GO": all_runs(definitions("go-basic_subset_2020-02-21.obo.gz") + definitions("goslim_generic.obo")),
        "Disease Ontology": all_runs(definitions("HumanDO_2015-11-11.obo.gz")),
    }
    copied = [
        (where, name, " ".join(run))
        for where, text in own_texts().items()
        for name, known in sources.items()
        for run in runs(text) & known
    ]
    assert copied == []
