"""Small files in the formats of public databases, written by hand: a handful of genes with what others say of them."""

from collections.abc import Iterable
from pathlib import Path

_HGNC_COLUMNS = (
    "hgnc_id symbol name locus_group locus_type status location alias_symbol prev_symbol date_modified entrez_id"
    " ensembl_gene_id uniprot_ids"
).split()
_GENE_INFO_COLUMNS = (
    "#tax_id GeneID Symbol LocusTag Synonyms dbXrefs chromosome map_location description type_of_gene"
    " Symbol_from_nomenclature_authority Full_name_from_nomenclature_authority Nomenclature_status Other_designations"
    " Modification_date Feature_type"
).split()
_CODING = ("protein-coding gene", "gene with protein product", "Approved")

HGNC_ROWS = (
    ("HGNC:6024", "IL7R", "interleukin 7 receptor", *_CODING, "5p13.2", "CD127", "", "2024-01-02", "3575",
     "ENSG00000168685", "P16871"),
    ("HGNC:6005", "IL21", "interleukin 21", *_CODING, "4q27", "Za11|IL-21", "", "2024-01-02", "59067",
     "ENSG00000138684", "Q9HBE4"),
    ("HGNC:7132", "KMT2A", "lysine methyltransferase 2A", *_CODING, "11q23.3", "TRX1|HRX", "MLL", "2024-01-02", "4297",
     "ENSG00000118058", "Q03164"),
    ("HGNC:9999", "GONE", "symbol withdrawn", *_CODING[:2], "Entry Withdrawn", "", "", "", "2024-01-02", "", "", ""),
)  # fmt: skip
GENE_INFO_ROWS = (
    ("9606", "3575", "IL7R", "-", "CDW127|IL7RA", "HGNC:HGNC:6024|Ensembl:ENSG00000168685", "5", "5p13.2",
     "interleukin 7 receptor", "protein-coding", "IL7R", "interleukin 7 receptor", "O", "-", "20200101", "-"),
    ("9606", "111111", "LOC111111", "-", "-", "-", "7", "7q1", "uncharacterized LOC111111", "ncRNA", "-", "-", "-", "-",
     "20200101", "-"),
    ("9606", "222222", "REGION", "-", "-", "-", "7", "7q1", "a region", "biological-region", "-", "-", "-", "-",
     "20200101", "-"),
    ("10090", "16197", "Il7r", "-", "-", "-", "15", "15 A1", "interleukin 7 receptor", "protein-coding", "-", "-", "-",
     "-", "20200101", "-"),
)  # fmt: skip
GAF_ROWS = (
    ("UniProtKB", "P16871", "IL7R", "enables", "GO:0004917", "PMID:2317865", "IDA", "", "F", "", "", "protein",
     "taxon:9606", "20200101", "UniProt", "", ""),
    ("UniProtKB", "P16871", "IL7R", "enables", "GO:0004917", "PMID:2317865", "IDA", "", "F", "", "", "protein",
     "taxon:9606", "20200101", "UniProt", "", ""),
    ("UniProtKB", "A0A000ZZZ9", "NOBODY", "enables", "GO:0005515", "PMID:1", "IPI", "", "F", "", "", "protein",
     "taxon:9606", "20200101", "UniProt", "", ""),
    ("UniProtKB", "P16872", "IL7R", "enables", "GO:0004917", "PMID:1", "IDA", "", "F", "", "", "protein",
     "taxon:10090", "20200101", "UniProt", "", ""),
)  # fmt: skip


def write_hgnc(folder: Path, rows: Iterable[tuple[str, ...]] = HGNC_ROWS, name: str = "hgnc.txt") -> Path:
    return _table(folder / name, [tuple(_HGNC_COLUMNS), *rows])


def write_gene_info(
    folder: Path, rows: Iterable[tuple[str, ...]] = GENE_INFO_ROWS, name: str = "gene_info.txt"
) -> Path:
    return _table(folder / name, [tuple(_GENE_INFO_COLUMNS), *rows])


def write_gaf(folder: Path, rows: Iterable[tuple[str, ...]] = GAF_ROWS) -> Path:
    path = _table(folder / "goa.gaf", list(rows))
    path.write_text("!gaf-version: 2.2\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    return path


def _table(path: Path, rows: list[tuple[str, ...]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
    return path
