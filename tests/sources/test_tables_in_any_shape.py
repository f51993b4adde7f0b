"""Line ends, encodings and damage: every table of genes, terms and pathways is read, or refused with its place."""

import gzip
import json
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
    "bibtex": "@article{goodwin,\n  title = {Le {r}écepteur},\n  author = {Goodwin, R. G. and others},\n"
    "  doi = {10.1016/0092-8674(90)90342-C},\n  year = 1990,\n  pages = {941--51}\n}\n",
    "string-links": "protein1 protein2 experimental database combined_score\n"
    "9606.ENSP00000264497 9606.ENSP00000306157 0 542 606\n",
    "string-table": "#node1\tnode2\texperimentally_determined_interaction\tcombined_score\nIL21\tIL7R\t0.2\t0.41\n",
    "string-info": "#string_protein_id\tpreferred_name\tprotein_size\tannotation\n"
    "9606.ENSP00000306157\tIL7R\t459\tréceptor\n",
    "string-aliases": "#string_protein_id\talias\tsource\n9606.ENSP00000264497\tHGNC:6005\tHGNC_ID\n",
    "mitab": "uniprotkb:Q9HBE4\tuniprotkb:P16871\t-\t-\t-\t-\tpsi-mi:MI:0018\tréceptor\tpubmed:1\t"
    "taxid:9606(human)\ttaxid:9606(human)\t-\t-\tintact:EBI-1\tintact-miscore:0.56\n",
    "homology": "gene\trelative\tspecies\tidentity\nHGNC:6005\tréceptor\tMus musculus\t57\n",
    "article": '+++\ngene = "HGNC:6024"\ntitle = "Le récepteur"\nlanguage = "fr"\n+++\n\n## Résumé\n\n'
    "Vu d'abord par [Goodwin](PMID:2317865).\n",
    "panglaodb": "species\tofficial gene symbol\tcell type\tnicknames\torgan\tcanonical marker\n"
    "Mm Hs\tIL7R\tT cells\tréceptor\tImmune system\t1\n",
    "cellmarker": "species\ttissue_type\tcell_name\tcellontology_id\tmarker\tSymbol\tGeneID\tmarker_source\tPMID\n"
    "Human\tBlood\tT cell\tCL_0000084\tCD127\tIL7R\t3575\tExperiment\t1\nHuman\tréceptor\tT cell\t\tx\tIL21\t\t\t\n",
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
    "cyto-band": "chr1\t0\t2300000\tp36.33\tgneg\nchr1\t2300000\t248956422\tq44\tgpos25\n",
    "hpa-tissues": "Gene\tGene name\tTissue\tnTPM\nENSG00000168685\tIL7R\tréceptor\t133.1\n"
    "ENSG00000168685\tIL7R\tliver\t0\n",
    "hpa-cells": "Gene\tGene name\tBlood cell\tTPM\tpTPM\tNX\nENSG00000168685\tIL7R\tNK-cell\t20.1\t24.3\t19.1\n",
    "hpa-levels": "Gene\tGene name\tTissue\tCell type\tLevel\tReliability\n"
    "ENSG00000168685\tIL7R\tréceptor\tlymphoid tissue\tHigh\tApproved\n",
    "hpa-places": "Gene\tGene name\tReliability\tMain location\tAdditional location\tSupported\tApproved\tGO id\n"
    "ENSG00000168685\tIL7R\tSupported\tPlasma membrane\t\tPlasma membrane\t\tPlasma membrane (GO:0005886)\n",
    "hpa-summary": "Gene\tEnsembl\tReliability (IF)\tSubcellular main location\tRNA tissue specific nTPM\n"
    "IL7R\tENSG00000168685\tApproved\tréceptor\tlymph node: 133.1;thymus: 130.9\n",
    "hpa-matrix": "GeneID\tNK_cell\tbasophil\tT_reg\nENSG00000168685\t19.1\t0\tNA\n",
    "gtex": "#1.2\n2\t2\nName\tDescription\tLung\tWhole Blood\nENSG00000168685.14\tIL7R\t14.2\t9.1\n"
    "ENSG00000138684.8\tréceptor\t0\t0.1\n",
    "maf": "#version 2.4\nHugo_Symbol\tVariant_Classification\tTumor_Sample_Barcode\tHGVSp_Short\n"
    "IL7R\tMissense_Mutation\tréceptor\tp.T244I\n",
    "hotspots": "hugo_symbol\tresidue\tvariant_amino_acid\ttype\ttumor_count\ttumor_type\n"
    "IL7R\tT244\tI:4|A:1\tsingle residue\t5\tréceptor\n",
    "clinvar": "#AlleleID\tName\tGeneID\tGeneSymbol\tClinicalSignificance\tPhenotypeIDS\tOrigin\tAssembly\tL\n"
    "1\tNM_002185.5(IL7R):c.731C>T (p.Thr244Ile)\t3575\tIL7R\tBenign\tOMIM:608971\tgermline\tGRCh38\tréceptor\n",
    "humsavar": "humsavar.txt\nRelease:     2024_01 of 24-Jan-2024\n"
    "IL7R   P16871     VAR_001 p.Thr244Ile  LB/B  rs6897932  réceptor\n",
    "vcf": "##fileformat=VCFv4.2\n"
    '##INFO=<ID=CSQ,Number=.,Type=String,Description="from VEP. Format: Allele|SYMBOL|Gene|Feature|HGVSp">\n'
    "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n"
    "5\t1\trs1\tC\tT\t.\tréceptor\tCSQ=T|IL7R|ENSG00000168685|ENST00000303115|ENSP00000306157.3:p.Thr244Ile\n",
    "hgvs": "# réceptor\nIL7R p.Thr244Ile\nNP_002176.2:p.(Ser185Cys)\n",
    "hpo-genes": "ncbi_gene_id\tgene_symbol\tassociation_type\tdisease_id\tsource\n"
    "NCBIGene:3575\tIL7R\tMENDELIAN\tOMIM:608971\tréceptor\n",
    "hpoa": "#version: 2024-01-16\n"
    "database_id\tdisease_name\tqualifier\thpo_id\treference\tonset\tfrequency\tsex\taspect\n"
    "OMIM:608971\tdéficit en réceptor\t\tHP:0002719\tPMID:1\t\t7/12\t\tP\n",
    "mim2gene": "#MIM number\tGeneID\ttype\tSource\tMedGenCUI\tComment\n"
    "608971\t3575\tphenotype\tréceptor\tC1837028\t-\n",
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


@pytest.mark.parametrize("key", ["uniprot-text", "uniprot-json"])
def test_an_archive_of_entries_that_breaks_off_is_refused_with_its_line(tmp_path: Path, key: str) -> None:
    entry = (Path(__file__).parent / "files" / "uniprot_of_2025.txt").read_text()
    item = json.dumps({"entryType": "UniProtKB reviewed (Swiss-Prot)"}, indent=1)
    text = entry * 3_000 if key == "uniprot-text" else '{"results": [' + ",\n".join([item] * 90_000) + "]}"
    packed = gzip.compress(text.encode(), compresslevel=0)
    with pytest.raises(InputRefused, match="breaks off") as trouble:
        outcomes(written(tmp_path, packed[:-50_000]))
    line = int(trouble.value.where.rpartition(" line ")[2])
    assert text.count("\n") - 60_000 < line <= text.count("\n")


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
        "reactome-chemicals", "wikipathways-gmt", "gct-probes", "expression-matrix", "clinvar-xml", "orphadata", "gwas",
        "gnomad-constraint", *TABLES,
    } - {"cyto-band"}  # fmt: skip
    mine = {"genes", "go", "pathways", "disease", "domains", "variants", "expression"}
    paths = [path for path in (shared / "data").rglob("*") if path.is_file() and path.suffix not in (".zip", ".md")]
    claimed = {path.parent.name if told(path) in ours else "" for path in paths}
    assert claimed - {""} == mine | {"literature", "interactions"}
    assert [path.name for path in paths if path.parent.name in mine and told(path) not in ours] == []
