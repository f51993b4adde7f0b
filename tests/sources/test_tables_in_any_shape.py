"""Line ends, encodings and damage: every table of genes, terms and pathways is read, or refused with its place."""

import gzip
import lzma
from pathlib import Path

import pytest

from atlasview.records.trouble import InputRefused
from tests.sources.outcomes import outcomes, told, written

HGNC = "hgnc_id\tsymbol\tname\tlocus_type\nHGNC:6024\tIL7R\tréceptor\tx\nHGNC:6005\tIL21\tinterleukin 21\tx\n"
LINE_END = b"\n"
GENE2GO = "tax_id GeneID GO_ID Evidence Qualifier GO_term PubMed Category".replace(" ", "\t")
TABLES = {
    "hgnc": HGNC,
    "gene2go": f"#{GENE2GO}\n9606\t3575\tGO:0004917\tIDA\t-\tréceptor\t1\tFunction\n",
    "gene2pubmed": "#tax_id\tGeneID\tPubMed_ID\n9606\t3575\t2317865\n9606\t59067\t11081504\n",
    "citation-counts": "pmid\ttitle\tcitation_count\n2317865\tréceptor\t12\n11081504\tx\t900\n",
    "medline": "PMID- 2317865\nTI  - Cloning of the réceptor\n      of interleukin 7.\nAU  - Goodwin RG\n"
    "DP  - 1990 Mar\nVI  - 60\nPG  - 941-51\nAB  - Not taken.\n      Nor this.\n"
    "LID - 10.1016/0092-8674(90)90342-c [doi]\n",
    "ris": "TY  - JOUR\nTI  - Le réceptor\nAU  - Goodwin, R. G.\nDO  - 10.1016/0092-8674(90)90342-C\nPY  - 1990/03//\n"
    "SP  - 941\nEP  - 951\nER  - \n",
    "string-links": "protein1 protein2 experimental database combined_score\n"
    "9606.ENSP00000264497 9606.ENSP00000306157 0 542 606\n",
    "string-table": "#node1\tnode2\texperimentally_determined_interaction\tcombined_score\nIL21\tIL7R\t0.2\t0.41\n",
    "string-info": "#string_protein_id\tpreferred_name\tprotein_size\tannotation\n"
    "9606.ENSP00000306157\tIL7R\t459\tréceptor\n",
    "string-aliases": "#string_protein_id\talias\tsource\n9606.ENSP00000264497\tHGNC:6005\tHGNC_ID\n",
    "mitab": "uniprotkb:Q9HBE4\tuniprotkb:P16871\t-\t-\t-\t-\tpsi-mi:MI:0018\tréceptor\tpubmed:1\t"
    "taxid:9606(human)\ttaxid:9606(human)\t-\t-\tintact:EBI-1\tintact-miscore:0.56\n",
    "homology": "gene\trelative\tspecies\tidentity\nHGNC:6005\tréceptor\tMus musculus\t57\n",
    "significance": "gene\tcell_type\tcontext\tdataset\tcsi\tp\nHGNC:6024\tCL:0000084\toverall\tréceptor\t4.5\t1e-9\n",
    "ccds": "#ccds\tRefSeq\tUniProtKB\nCCDS3911.1\tNP_002176.2\tP16871\n",
    "gencode-genes": "ENSG00000168685,IL7R,17,2456,protein_coding\nENSG00000138684,IL21,8,1000,protein_coding\n",
    "gaf": "!gaf-version: 2.2\nUniProtKB\tP16871\tIL7R\tenables\tGO:0004917\tPMID:1\tIDA\t\tF\tréceptor\tIL7R\t"
    "protein\ttaxon:9606\t20200222\tUniProt\t\t\n",
    "gpi": "!gpi-version: 1.2\nUniProtKB\tP16871\tIL7R\tréceptor\tIL7R\tprotein\ttaxon:9606\t\tHGNC:6024\t\n",
    "reactome-pathways": "R-HSA-1\tsignalisation par réceptor\tHomo sapiens\nR-HSA-2\tx\tHomo sapiens\n",
    "reactome-relations": "R-HSA-1\tR-HSA-2\nR-HSA-2\tR-HSA-3\n",
    "reactome-members": "P16871\tR-HSA-1\thttps://reactome.org/x\tréceptor\tTAS\tHomo sapiens\n",
    "gmt": "réceptor\tna\tIL7R\tIL21\nother\tna\tIL2\n",
    "interpro-entries": "ENTRY_AC\tENTRY_TYPE\tENTRY_NAME\nIPR000126\tDomain\tréceptor\n",
    "external2go": "!date: 2022/10/05\nPfam:PF00001 x > GO:réceptor ; GO:0004930\n",
    "pfam-families": "pfamA_acc\tpfamA_id\tdescription\nPF00001\tx\tréceptor\n",
    "prosite": "ID   X; PATTERN.\nAC   PS00001;\nDE   réceptor.\nDR   P16871, IL7RA_HUMAN, T;\n//\n",
}


@pytest.mark.parametrize("key", TABLES)
@pytest.mark.parametrize("shape", ["crlf", "cr", "bom", "gzip", "xz", "no last line end", "blank lines"])
def test_the_same_is_read_in_every_shape(tmp_path: Path, key: str, shape: str) -> None:
    text = TABLES[key]
    raw = text.encode()
    shaped = {
        "crlf": raw.replace(b"\n", b"\r\n"),
        "cr": raw.replace(b"\n", b"\r"),
        "bom": b"\xef\xbb\xbf" + raw,
        "gzip": gzip.compress(raw),
        "xz": lzma.compress(raw),
        "no last line end": raw.rstrip(b"\n"),
        "blank lines": raw + b"\n\n",
    }[shape]
    plain = outcomes(written(tmp_path, raw, "plain"))
    assert plain.format == key
    assert plain.taken
    assert not plain.rejected
    found = outcomes(written(tmp_path, shaped, "shaped"))
    assert (found.format, found.records, found.read) == (key, plain.records, plain.read)


@pytest.mark.parametrize("key", [key for key, text in TABLES.items() if "é" in text])
def test_latin_1_is_read_and_remarked(tmp_path: Path, key: str) -> None:
    plain = outcomes(written(tmp_path, TABLES[key], "plain"))
    found = outcomes(written(tmp_path, TABLES[key].encode("latin-1"), "latin"))
    assert found.records == plain.records
    assert any("Latin-1" in remark for remark in found.file.remarks)


@pytest.mark.parametrize("key", TABLES)
def test_nul_bytes_are_refused_with_their_line(tmp_path: Path, key: str) -> None:
    good = TABLES[key].encode() + b"\n" * 70_000
    path = written(tmp_path, good + b"\0\0\n")
    with pytest.raises(InputRefused, match="NUL") as trouble:
        outcomes(path)
    assert trouble.value.where.endswith(f"line {good.count(LINE_END) + 1}")


@pytest.mark.parametrize("key", TABLES)
def test_a_file_that_breaks_off_is_refused(tmp_path: Path, key: str) -> None:
    packed = gzip.compress(TABLES[key].encode() + b"\n" * 200_000, compresslevel=0)
    with pytest.raises(InputRefused, match="breaks off") as trouble:
        outcomes(written(tmp_path, packed[:-50_000]))
    assert "line" in trouble.value.where


def test_a_line_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "endless.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        file.write(HGNC.encode())
        for _ in range(66):
            file.write(b"x" * (1 << 20))
    with pytest.raises(InputRefused, match="longer than 64 MiB"):
        outcomes(path)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the file is empty"),
        ("<!DOCTYPE html>\n<html><body>hgnc_id\tsymbol</body></html>", "a page of HTML"),
        ("version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n", "a git-lfs pointer"),
    ],
)
def test_what_is_no_data_is_told(tmp_path: Path, text: str, reason: str) -> None:
    assert told(written(tmp_path, text)).startswith(reason)


@pytest.mark.parametrize("key", ["hgnc", "interpro-entries", "pfam-families", "reactome-pathways"])
def test_an_entry_that_stands_twice_has_the_same_key_and_version(tmp_path: Path, key: str) -> None:
    lines = TABLES[key].splitlines()
    found = outcomes(written(tmp_path, "\n".join([*lines, lines[-1]])))
    assert (found.taken[-1].key, found.taken[-1].version) == (found.taken[-2].key, found.taken[-2].version)
    assert found.taken[-1].key


@pytest.mark.shared
def test_files_of_other_formats_are_not_claimed(shared: Path) -> None:
    ours = {
        "hgnc", "hgnc-json", "gene-info", "ensembl-xrefs", "gencode-genes", "interproscan", "quickgo", "reactome-gmt",
        "reactome-chemicals", "wikipathways-gmt", *TABLES,
    }  # fmt: skip
    mine = {"genes", "go", "pathways", "domains"}
    paths = [path for path in (shared / "data").rglob("*") if path.is_file() and path.suffix not in (".zip", ".md")]
    claimed = {path.parent.name if told(path) in ours else "" for path in paths}
    assert claimed - {""} == mine | {"literature", "interactions"}
    assert [path.name for path in paths if path.parent.name in mine and told(path) not in ours] == []
