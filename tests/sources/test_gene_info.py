"""NCBI's gene_info: genes by HGNC's identifier or NCBI's own, and what is no gene."""

import csv
import gzip
import re
from pathlib import Path

import pytest

from atlasview.records.gene import Gene, GeneName, Location
from atlasview.records.reference import CrossReference
from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told, written

NEW = (
    "#tax_id\tGeneID\tSymbol\tLocusTag\tSynonyms\tdbXrefs\tchromosome\tmap_location\tdescription\ttype_of_gene\t"
    "Symbol_from_nomenclature_authority\tFull_name_from_nomenclature_authority\tNomenclature_status\t"
    "Other_designations\tModification_date\tFeature_type"
)
OLD = f"#Format: {NEW[1:].rpartition(chr(9))[0].replace(chr(9), ' ')} (tab is used as a separator, pound sign - start)"
ATP6 = (
    "9606\t4508\tATP6\t-\tATPase6|MTATP6\tMIM:516060|HGNC:HGNC:7414|Ensembl:ENSG00000198899|AllianceGenome:HGNC:7414\t"
    "MT\t-\tATP synthase F0 subunit 6\tprotein-coding\tMT-ATP6\tmitochondrially encoded ATP synthase 6\tO\t"
    "ATP synthase F0 subunit 6|ATP synthase protein 6\t20200126\t-"
)


def row(**changed: str) -> str:
    cells = dict(zip(NEW[1:].split("\t"), ATP6.split("\t"), strict=True)) | changed
    return "\t".join(cells.values())


def test_a_row_gives_the_gene_by_its_hgnc_id(tmp_path: Path) -> None:
    found = outcomes(written(tmp_path, f"{NEW}\n{ATP6}\n"))
    (taken,) = found.taken
    assert (found.format, taken.key, taken.version) == ("gene-info", "NCBIGene:4508", ("20200126",))
    assert list(taken.records) == [
        Gene(
            "HGNC:7414",
            "MT-ATP6",
            "mitochondrially encoded ATP synthase 6",
            "gene with protein product",
            Location("", "MT"),
            9606,
            "here",
        ),
        GeneName("HGNC:7414", "alias", "ATP6", "here"),
        GeneName("HGNC:7414", "alias", "ATPase6", "here"),
        GeneName("HGNC:7414", "alias", "MTATP6", "here"),
        GeneName("HGNC:7414", "name", "ATP synthase F0 subunit 6", "here"),
        GeneName("HGNC:7414", "name", "ATP synthase protein 6", "here"),
        CrossReference("HGNC:7414", "NCBIGene", "4508", "", "here"),
        CrossReference("HGNC:7414", "OMIM", "516060", "", "here"),
        CrossReference("HGNC:7414", "ENSEMBL", "ENSG00000198899", "", "here"),
        CrossReference("HGNC:7414", "AGR", "HGNC:7414", "", "here"),
    ]
    assert found.file.date == "2020-01-26"


def test_the_header_and_identifiers_of_earlier_years_are_read(tmp_path: Path) -> None:
    old = ATP6.rpartition("\t")[0].replace("HGNC:HGNC:", "HGNC:")
    new = outcomes(written(tmp_path, f"{NEW}\n{ATP6}\n", "new"))
    assert outcomes(written(tmp_path, f"{OLD}\n{old}\n", "old")).records == new.records


def test_without_hgnc_id_the_gene_has_ncbis(tmp_path: Path) -> None:
    text = row(dbXrefs="MGI:MGI:96562|miRBase:MI0000077", type_of_gene="ncRNA", chromosome="X|Y", tax_id="10090")
    found = outcomes(written(tmp_path, f"{NEW}\n{text}\n"), taxon=10090)
    (gene,) = found.of(Gene)
    assert (gene.id, gene.taxon, gene.locus_type, gene.location.chromosome) == (
        "NCBIGene:4508",
        10090,
        "RNA, micro",
        "X and Y",
    )
    assert [(one.database, one.id) for one in found.of(CrossReference)] == [("MGI", "96562"), ("miRBase", "MI0000077")]


@pytest.mark.parametrize(
    ("changed", "reason"),
    [
        ({"tax_id": "63221"}, "another organism"),
        ({"dbXrefs": "-", "type_of_gene": "biological-region"}, "a biological region without HGNC identifier"),
        ({"dbXrefs": "-", "type_of_gene": "unknown"}, "of unknown type without HGNC identifier"),
        ({"dbXrefs": "-", "Symbol": "NEWENTRY"}, "a record that holds a place for genes which are not in NCBI Gene"),
    ],
)
def test_what_is_no_gene_is_left_out(tmp_path: Path, changed: dict[str, str], reason: str) -> None:
    found = outcomes(written(tmp_path, f"{NEW}\n{row(**changed)}\n"))
    assert [(one.line, one.reason) for one in found.filtered] == [(2, reason)]
    assert found.read == 1


def test_an_unknown_type_with_hgnc_id_is_a_gene(tmp_path: Path) -> None:
    assert outcomes(written(tmp_path, f"{NEW}\n{row(type_of_gene='unknown')}\n")).taken


def test_rows_that_cannot_be_right_are_rejected(tmp_path: Path) -> None:
    text = "\n".join([NEW, row(GeneID="x1"), row(Symbol="-"), "9606\t1\tA1BG", f"{ATP6}\tmore"])
    found = outcomes(written(tmp_path, text))
    assert [(one.line, one.reason) for one in found.rejected] == [
        (2, "no NCBI Gene identifier"),
        (3, "no symbol"),
        (4, "fewer cells than the file has columns"),
        (5, "more cells than the file has columns"),
    ]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    text = f"{NEW}\n{ATP6}\n".replace("description", "title")
    with pytest.raises(InputRefused, match="there is no column 'description'"):
        outcomes(written(tmp_path, text))


@pytest.mark.shared
def test_the_whole_file_agrees_with_the_csv_module(shared: Path) -> None:
    path = shared / "data/genes/Homo_sapiens.gene_info.gz"
    found = outcomes(path)
    assert (found.read, len(found.rejected)) == (61_649, 0)
    with gzip.open(path, "rt", encoding="utf-8") as text:
        rows = list(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE))
    expected = []
    for one in rows:
        hgnc = re.search(r"HGNC:(HGNC:\d+)", one["dbXrefs"])
        if one["#tax_id"] != "9606" or one["Symbol"] == "NEWENTRY":
            continue
        if hgnc or one["type_of_gene"] not in ("biological-region", "unknown"):
            official = one["Symbol_from_nomenclature_authority"]
            symbol = one["Symbol"] if official == "-" else official
            expected.append((hgnc[1] if hgnc else f"NCBIGene:{one['GeneID']}", symbol))
    assert [(gene.id, gene.symbol) for gene in found.of(Gene)] == expected
    facts = set(found.records)
    assert CrossReference("HGNC:6024", "NCBIGene", "3575", "", "here") in facts
    assert GeneName("HGNC:6024", "alias", "CD127", "here") in facts
    assert len({row.key for row in found.taken}) == len(found.taken)


def test_a_table_that_is_nearly_gene_info_says_what_it_lacks(tmp_path: Path) -> None:
    names = "#tax_id GeneID Symbol LocusTag Synonyms dbXrefs chromosome map_location description type_of_gene".split()
    assert told(written(tmp_path, "\t".join(names) + "\n")) == "gene-info"
    without = "\t".join(name for name in names if name != "dbXrefs")
    assert told(written(tmp_path, without + "\n")) == "nearly NCBI gene_info, but without the column dbXrefs"
