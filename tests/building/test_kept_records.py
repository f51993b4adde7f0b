"""An atlas that is added to keeps what it holds: the same genes, the same names, the same facts."""

import gzip
from collections import Counter
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.wish import Wish
from atlasview.bundled import starter_atlas
from atlasview.records.gene import Gene
from tests.building.public_files import write_gaf

WORDS = {
    "hgnc_complete_set.txt.gz": ("hgnc_id", "ENSG00000152926", "ENSG00000168685"),
    "Homo_sapiens.gene_info.gz": ("GeneID", "\t109504726\t", "\t51351\t", "\t3575\t"),
    "Homo_sapiens.GRCh38.101.entrez.tsv.gz": ("gene_stable_id", "ENSG00000152926"),
}
"""Two genes that the table of Ensembl calls by the same identifier, and IL7R."""


def extract(shared: Path, folder: Path) -> list[Path]:
    made = []
    for name, words in WORDS.items():
        with gzip.open(shared / "data/genes" / name, "rt", encoding="utf-8") as file:
            kept = [line for line in file if any(word in line for word in words)]
        made.append(folder / f"{name}.txt")
        made[-1].write_text("".join(kept), encoding="utf-8")
    return made


def held(atlas: Path) -> Counter[tuple[str, str]]:
    assert not [one for one in check_atlas(atlas) if one.severity == "error"]
    with AtlasReader(atlas) as reader:
        return Counter((noun.__name__, repr(record)) for noun, record in all_records(reader))


def added(tmp_path: Path, atlas: Path) -> Path:
    row = list(Path(write_gaf(tmp_path / "gaf")).read_text(encoding="utf-8").splitlines()[1].split("\t"))
    row[1], row[2] = "P16871", "IL7R"
    target = tmp_path / "added.atlas"
    build_from_files(find_inputs([str(write_gaf(tmp_path / "gaf", [tuple(row)]))]), Wish(target, add_to=atlas, jobs=1))
    return target


@pytest.mark.shared
def test_genes_and_diseases_stay_as_they_were(shared: Path, tmp_path: Path) -> None:
    data, atlas = shared / "data", tmp_path / "one.atlas"
    rest = [data / "uniprot/entries/P16871.txt", data / "uniprot/humdisease_extract.txt.gz", data / "ontology"]
    build_from_files(find_inputs(map(str, [*extract(shared, tmp_path), *rest])), Wish(atlas, jobs=1))
    with AtlasReader(atlas) as reader:
        genes = {record.symbol for noun, record in all_records(reader) if noun is Gene}
    assert genes == {"IL7R", "ZNF117", "ERV3-1-ZNF117"}
    before, after = held(atlas), held(added(tmp_path, atlas))
    assert sum(before.values()) > 10_000
    assert not before - after
    assert [noun for noun, _record in after - before] == ["GeneTerm"]


def test_scores_articles_and_papers_of_the_starter_stay(tmp_path: Path) -> None:
    before, after = held(starter_atlas()), held(added(tmp_path, starter_atlas()))
    for noun in (
        "Significance",
        "Article",
        "Citation",
        "Interaction",
        "Expression",
        "Feature",
        "Transcript",
        "Homology",
    ):
        assert {one for one in before if one[0] == noun} <= set(after), noun


@pytest.mark.shared
def test_an_entry_of_uniprot_takes_the_place_of_that_of_the_starter(shared: Path, tmp_path: Path) -> None:
    entry, target = shared / "data/uniprot/entries/P16871.txt", tmp_path / "added.atlas"
    build_from_files(find_inputs([str(entry)]), Wish(target, add_to=starter_atlas(), jobs=1))
    before, after = held(starter_atlas()), held(target)
    sources = {one.split("source='")[1] for noun, one in after if noun == "Feature" and "UniProtKB:P16871" in one}
    assert sources == {"uniprot-text')", "atlas-haematology-il7r')"}
    others = [
        {one for one in each if one[0] == "Feature" and "UniProtKB:P16871" not in one[1]} for each in (before, after)
    ]
    assert others[0] == others[1]
