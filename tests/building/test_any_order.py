"""An atlas that files are added to, one by one and in any order, is the one that is built of all of them at once."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.contents import all_records, described_records, record_versions
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.search import search
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.records.disease import Disease, DiseaseAssociation
from atlasview.records.gene import Gene, GeneName
from tests.building.public_files import GENE_INFO_ROWS, HGNC_ROWS, write_gene_info, write_hgnc
from tests.sources.outcomes import written

MODELS = Path(__file__).parent.parent / "sources" / "files" / "ensembl_models.gtf"
IL7R = "HGNC:6024"
BANDS = "chr5\t0\t2000\tp15.33\tgneg\nchr5\t2000\t4500\tp15.32\tgpos25\nchr4\t0\t9000\tq27\tgneg\n"
PREDICTED = (
    "{name}\tchr{chromosome}\t+\t{start}\t{end}\t{start}\t{end}\t1\t{start},\t{end},\t0\t{symbol}\tcmpl\tcmpl\t0,\n"
)
TIED = """ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\tsource
NCBIGene:3575\tIL7R\tMENDELIAN\tOMIM:608971\tmim2gene
NCBIGene:59067\tIL21\tMENDELIAN\tORPHA:169154\torphadata
NCBIGene:4297\tKMT2A\tMENDELIAN\tOMIM:605130\tmim2gene
"""
ONTOLOGY = """format-version: 1.2
data-version: releases/2015-11-11
ontology: doid

[Term]
id: DOID:0000001
name: disease

[Term]
id: DOID:0000002
name: severe combined immunodeficiency
def: "Something." []
synonym: "SCID" EXACT []
is_a: DOID:0000001 ! disease
xref: OMIM:608971
xref: ORDO:169154

[Term]
id: DOID:0000003
name: Wiedemann-Steiner syndrome
is_a: DOID:0000001 ! disease
xref: OMIM:605130

"""
SIGNS = """#version: 2021-08-02
database_id\tdisease_name\tqualifier\thpo_id\treference\tevidence\tonset\tfrequency\tsex\tmodifier\taspect\tbiocuration
ORPHA:169154\tT-B+ SCID\t\tHP:0001083\tORPHA:169154\tTAS\t\t\t\t\tP\tHPO:x[2021-01-01]
"""


def built(target: Path, *given: Path | str, add_to: Path | None = None) -> BuildReport:
    return build_from_files(find_inputs(map(str, given)), Wish(target, "x", "1", add_to=add_to, jobs=1))


def added(folder: Path, given: Iterable[Path | str]) -> Path:
    """An atlas to which files are added one by one."""
    atlas: Path | None = None
    for number, one in enumerate(given):
        target = folder / f"{number}.atlas"
        built(target, one, add_to=atlas)
        atlas = target
    assert atlas is not None
    return atlas


def contents(atlas: Path) -> Counter[str]:
    """Every record and every version, with the files that they come from."""
    assert [one.what for one in check_atlas(atlas) if "licence" not in one.what] == []
    with AtlasReader(atlas) as reader:
        files = {source.key: source.file for source in reader.sources.values()}
        found = Counter(
            repr(replace(record, source=files[record.source]) if hasattr(record, "source") else record)
            for records in (all_records, described_records)
            for _noun, record in records(reader)
        )
        return found + Counter(map(repr, record_versions(reader).items()))


def records(atlas: Path, noun: type) -> list:
    with AtlasReader(atlas) as reader:
        return [record for kind, record in all_records(reader) if kind is noun]


def gene(atlas: Path, identifier: str = IL7R) -> Gene:
    (found,) = (one for one in records(atlas, Gene) if one.id == identifier)
    return found


def predicted(folder: Path, assembly: str, name: str, *rows: tuple[str, str, str, int, int]) -> str:
    """A table of predicted genes: identifier, symbol, chromosome, start, end."""
    names = ("name", "symbol", "chromosome", "start", "end")
    text = "".join(PREDICTED.format(**dict(zip(names, row, strict=True))) for row in rows)
    return f"ucsc-genes:{assembly}={written(folder, text, name)}"


def files(folder: Path) -> dict[str, Path | str]:
    """Genes by two sources, with places on three assemblies, and diseases by four databases."""
    placeless = [tuple(cell.replace("4q27", "") for cell in row) for row in HGNC_ROWS]
    said = ("59067", "IL21", "IL-21", "HGNC:HGNC:6005|Ensembl:ENSG00000138684", "4", "4q27")
    other = {"3575": said[0], "IL7R": said[1], "CDW127|IL7RA": said[2], "5": said[4], "5p13.2": said[5]}
    more = tuple(other.get(cell, cell) for cell in GENE_INFO_ROWS[0])
    il21 = tuple(said[3] if cell.startswith("HGNC:HGNC:") else cell for cell in more)
    alias = tuple(
        cell.replace("CDW127", "MLL").replace("3575", "4297").replace("IL7R", "KMT2A") for cell in GENE_INFO_ROWS[0]
    )
    kmt2a = tuple("HGNC:HGNC:7132" if cell.startswith("HGNC:HGNC:") else cell for cell in alias)
    twice = ("NM_2", "MLL", "11", 100, 900), ("NM_2", "MLL", "11", 9_000_000, 9_000_900)
    return {
        "hgnc": write_hgnc(folder, placeless),
        "ncbi": write_gene_info(folder, [*GENE_INFO_ROWS, il21, kmt2a]),
        "old": predicted(folder, "hg18", "old.txt", ("NM_1", "IL7R", "5", 100, 900), *twice),
        "older": predicted(folder, "hg19", "older.txt", ("NM_1", "IL7R", "5", 300, 1_500)),
        "models": MODELS,
        "bands": f"cyto-band:GRCh38={written(folder, BANDS, 'cytoBand.txt')}",
        "tied": written(folder, TIED, "genes_to_disease.txt"),
        "ontology": written(folder, ONTOLOGY, "doid.obo"),
        "signs": written(folder, SIGNS, "phenotype.hpoa"),
    }


@pytest.mark.parametrize(
    "order",
    [
        "ncbi hgnc old older models bands tied signs ontology",
        "hgnc older bands models ontology tied signs ncbi old",
        "hgnc tied bands ontology old ncbi signs models older",
    ],
)
def test_files_may_be_added_in_any_order(tmp_path: Path, order: str):
    given = files(tmp_path)
    once = tmp_path / "once.atlas"
    built(once, *given.values())
    found = added(tmp_path, [given[name] for name in order.split()])
    assert contents(found) == contents(once)
    assert records(found, GeneName) == records(once, GeneName)


def test_a_range_on_a_newer_assembly_takes_the_place_of_that_of_earlier_transcripts(tmp_path: Path):
    given = files(tmp_path)
    first = added(tmp_path, [given["hgnc"], given["older"]])
    assert (gene(first).location.assembly, gene(first).location.end) == ("GRCh37", 1_500)
    second = tmp_path / "second.atlas"
    built(second, given["models"], add_to=first)
    assert (gene(second).location.assembly, gene(second).location.end) == ("GRCh38", 5_000)


def test_a_band_that_hgnc_does_not_give_follows_the_later_gene_info(tmp_path: Path):
    hgnc = write_hgnc(tmp_path, [tuple(cell.replace("5p13.2", "") for cell in row) for row in HGNC_ROWS])
    rows = [tuple({"5p13.2": "5q31", "20200101": "20190101"}.get(cell, cell) for cell in row) for row in GENE_INFO_ROWS]
    first = added(tmp_path, [hgnc, write_gene_info(tmp_path, rows, "old.txt")])
    assert gene(first).location.band == "5q31"
    second = tmp_path / "second.atlas"
    built(second, write_gene_info(tmp_path, name="new.txt"), add_to=first)
    assert (gene(second).location.band, gene(second).source) == ("5p13.2", "hgnc")


def test_a_previous_symbol_of_hgnc_stays_one_where_ncbi_was_first_to_call_it_an_alias(tmp_path: Path):
    given = files(tmp_path)
    found = added(tmp_path, [given["ncbi"], given["hgnc"]])
    names = {(name.text, name.kind) for name in records(found, GeneName) if name.gene == "HGNC:7132"}
    assert ("MLL", "previous symbol") in names
    last = tmp_path / "last.atlas"
    built(last, given["old"], add_to=found)
    assert gene(last, "HGNC:7132").location.assembly == "NCBI36"


def test_a_transcript_that_stands_at_two_places_is_shown_and_counted_at_the_first(tmp_path: Path):
    given = files(tmp_path)
    built(tmp_path / "one.atlas", given["hgnc"], given["old"])
    place = gene(tmp_path / "one.atlas", "HGNC:7132").location
    assert (place.start, place.end) == (101, 900)


def test_two_files_of_the_same_bands_are_one(tmp_path: Path):
    more = "chr6\t0\t900\tp25\tgneg\n"
    again = f"cyto-band:GRCh38={written(tmp_path, BANDS + more, 'more_cytoBand.txt')}"
    report = built(tmp_path / "one.atlas", files(tmp_path)["hgnc"], files(tmp_path)["bands"], again)
    told = sorted((file.source.kept, file.source.superseded) for file in report.files if "Band" in file.file)
    assert told == [(1, 3), (3, 0)]


def test_a_gene_that_hgnc_has_withdrawn_stands_once(tmp_path: Path):
    """NCBI ties Ensembl's gene to an identifier of HGNC that HGNC no longer has."""
    hgnc = write_hgnc(tmp_path, [row for row in HGNC_ROWS if row[0] != IL7R])
    built(tmp_path / "one.atlas", hgnc, write_gene_info(tmp_path), MODELS)
    named = [(one.id, one.location.assembly) for one in records(tmp_path / "one.atlas", Gene) if one.symbol == "IL7R"]
    assert named == [("NCBIGene:3575", "GRCh38")]


def test_a_disease_that_was_only_spoken_of_gets_its_name_from_an_ontology_that_is_added(tmp_path: Path):
    given = files(tmp_path)
    first = added(tmp_path, [given["hgnc"], given["tied"]])
    assert {one.name for one in records(first, Disease)} == {"OMIM:608971", "ORPHA:169154", "OMIM:605130"}
    second = tmp_path / "second.atlas"
    built(second, given["ontology"], add_to=first)
    tied = {one.gene: one.disease for one in records(second, DiseaseAssociation)}
    names = {one.id: one.name for one in records(second, Disease)}
    assert names[tied["HGNC:7132"]] == "Wiedemann-Steiner syndrome"
    assert tied[IL7R] == tied["HGNC:6005"] == "DOID:0000002"


def test_a_disease_of_three_databases_is_one_and_found_by_each_identifier(tmp_path: Path):
    """The ontology says what OMIM's and Orphanet's identifiers mean; Orphanet's is the one that another file names."""
    given = files(tmp_path)
    built(tmp_path / "one.atlas", given["hgnc"], given["tied"], given["ontology"], given["signs"])
    tied = {one.gene: one.disease for one in records(tmp_path / "one.atlas", DiseaseAssociation)}
    assert tied[IL7R] == tied["HGNC:6005"] == "ORPHA:169154"
    assert "OMIM:608971" not in {one.id for one in records(tmp_path / "one.atlas", Disease)}
    with AtlasReader(tmp_path / "one.atlas") as reader:
        for identifier in ("ORPHA:169154", "DOID:0000002", "OMIM:608971"):
            assert search(reader, identifier).hits[0].place.id == "ORPHA:169154", identifier


def test_parents_that_were_not_there_make_their_file_worth_handing_in_again(tmp_path: Path):
    part = ONTOLOGY.replace("[Term]\nid: DOID:0000001\nname: disease\n\n", "")
    partial, whole = written(tmp_path, part, "part.obo"), files(tmp_path)["ontology"]
    first = added(tmp_path, [files(tmp_path)["hgnc"], partial])
    rest = ONTOLOGY.partition("[Term]\nid: DOID:0000002")[0].replace("2015-11-11", "2015-11-10")
    report = built(tmp_path / "second.atlas", written(tmp_path, rest, "rest.obo"), add_to=first)
    assert report.worth_again == (("part.obo", 2),)
    assert built(tmp_path / "third.atlas", whole, add_to=first).worth_again == (("part.obo", 2),)
