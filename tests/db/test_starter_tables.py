"""The tables of the starter atlas: shape, licences, references, and what they must hold of each gene."""

import csv
import re
import tomllib
from collections import Counter
from graphlib import TopologicalSorter

import pytest

from tests.db.starter import STARTER, ids, listed, rows

NOUNS = sorted(path.stem for path in STARTER.glob("*.tsv"))
FACTS = [noun for noun in NOUNS if noun != "sources"]
KEYS = {
    "sources": ("key",),
    "genes": ("id",),
    "gene_names": ("gene", "kind", "text"),
    "cross_references": ("subject", "database", "id", "source"),
    "proteins": ("id",),
    "protein_names": ("protein", "kind", "text"),
    "isoforms": ("id",),
    "features": ("sequence", "ordinal"),
    "differences": ("subject", "what", "source"),
    "gene_proteins": ("gene", "protein"),
    "cell_types": ("id",),
    "contexts": ("id",),
    "significance": ("gene", "cell_type", "context", "dataset"),
    "terms": ("id",),
    "synonyms": ("subject", "text"),
    "hierarchy": ("child", "parent", "relation"),
    "gene_terms": ("gene", "term", "qualifier", "evidence", "reference", "assigned_by", "source"),
    "diseases": ("id",),
    "disease_associations": ("gene", "disease", "kind", "source"),
    "publications": ("id",),
    "citations": ("subject", "publication", "source"),
    "transcripts": ("id", "assembly"),
    "expression": ("gene", "dataset", "sample", "part"),
    "interactions": ("gene", "partner", "source"),
    "homologies": ("relative", "species", "molecule"),
}


def gene(symbol: str) -> str:
    return next(row["id"] for row in rows("genes") if row["symbol"] == symbol)


@pytest.mark.parametrize("noun", FACTS)
def test_each_row_carries_the_licence_of_its_source(noun: str):
    licences = {row["key"]: row["licence"] for row in rows("sources")}
    assert [row for row in rows(noun) if row["licence"] != licences[row["source"]]] == []


@pytest.mark.parametrize("noun", sorted(KEYS))
def test_each_row_is_there_once(noun: str):
    keys = Counter(tuple(row[name] for name in KEYS[noun]) for row in rows(noun))
    assert [key for key, count in keys.items() if count > 1] == []


@pytest.mark.parametrize("noun", NOUNS)
def test_a_file_is_plain_text_without_quotes_or_entities_around_cells(noun: str):
    raw = (STARTER / f"{noun}.tsv").read_bytes()
    text = raw.decode("utf-8")
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert len(raw) < 4_000_000
    assert not re.search(r"&(?:#\d+|[a-z]+);", text)
    assert not [line for line in text.split("\n") if re.search(r'(?:^|\t)"[^"\t]*"(?:\t|$)', line)]
    assert [len(row) for row in csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)].count(
        len(text.split("\n")[0].split("\t"))
    ) == len(text.splitlines())


def test_every_source_is_described_and_used():
    used = {row["source"] for noun in FACTS for row in rows(noun)} | {"ensembl", "atlasview"}
    assert {row["key"] for row in rows("sources")} == used
    unknown = {row["key"] for row in rows("sources") if not row["sha256"]}
    assert unknown == {"genular-tfh", "atlasview"}


def test_all_references_resolve():
    genes, proteins, isoforms, papers = ids("genes"), ids("proteins"), ids("isoforms"), ids("publications")
    things = genes | proteins | ids("cell_types") | ids("terms") | ids("diseases")
    articles = {article["id"] for article in _articles()}
    held = {
        "gene": genes,
        "partner": genes,
        "protein": proteins,
        "subject": things | articles,
        "child": things,
        "parent": things,
        "cell_type": ids("cell_types"),
        "context": ids("contexts"),
        "term": ids("terms"),
        "disease": ids("diseases"),
        "publication": papers,
        "publications": papers,
        "isoform": isoforms,
        "sequence": isoforms | {row["accession"] for row in rows("proteins")},
    }
    for noun in FACTS:
        for column in set(held) & set(rows(noun)[0]):
            if (noun, column) in {("proteins", "sequence"), ("isoforms", "sequence"), ("transcripts", "protein")}:
                continue
            found = {item for row in rows(noun) for item in listed(row[column])}
            assert (noun, column, sorted(found - held[column])[:5]) == (noun, column, [])


def _articles():
    for path in sorted((STARTER / "articles").glob("*.md")):
        front, _, body = path.read_text(encoding="utf-8").removeprefix("+++\n").partition("\n+++\n")
        yield {**tomllib.loads(front), "body": body}


def test_articles_link_to_what_the_atlas_holds_and_cite_in_each_section():
    held = ids("genes") | ids("cell_types") | ids("terms") | ids("diseases") | ids("publications")
    licences = {row["key"]: row["licence"] for row in rows("sources")}
    for article in _articles():
        links = set(re.findall(r"\]\(([^)\s]+)\)", article["body"]))
        assert (article["id"], sorted(links - held)) == (article["id"], [])
        assert article["gene"] in ids("genes")
        assert article["licence"] == licences[article["source"]]
        for section in article["body"].split("\n## ")[1:]:
            assert re.search(r"\((?:PMID|DOI):", section), section[:40]


@pytest.mark.parametrize("symbol", ["IL21", "IL7R"])
def test_the_two_complete_genes_have_an_article_of_some_length(symbol: str):
    article = next(article for article in _articles() if article["gene"] == gene(symbol))
    words = re.sub(r"\]\([^)]*\)", "", article["body"]).split()
    headings = re.findall(r"^## (.+)$", article["body"], re.MULTILINE)
    assert 350 <= len(words) <= 700
    assert [h for h in headings if h != "Structure"] == [
        "Summary",
        "Cellular roles",
        "Pathways and function",
        "Disease",
        "Research directions",
    ]


def test_hierarchies_have_no_circles_and_cell_types_one_root():
    parents: dict[str, set[str]] = {}
    for row in rows("hierarchy"):
        parents.setdefault(row["child"], set()).add(row["parent"])
    TopologicalSorter(parents).prepare()
    assert [cell for cell in ids("cell_types") if cell not in parents] == ["CL:0000000"]


def test_genes_with_protein_and_genes_with_identity_only():
    chosen = tomllib.loads((STARTER.parent / "genes.toml").read_text(encoding="utf-8"))
    with_protein = {symbol for symbols in chosen["protein"].values() for symbol in symbols}
    identity = {symbol for symbols in chosen["identity"].values() for symbol in symbols}
    made = {row["gene"] for row in rows("gene_proteins")}
    assert len(with_protein) >= 60
    assert {row["symbol"] for row in rows("genes")} == with_protein | identity
    assert {row["symbol"] for row in rows("genes") if row["id"] in made} == with_protein


def test_identity_as_hgnc_and_ncbi_give_it():
    il7r = next(row for row in rows("genes") if row["symbol"] == "IL7R")
    assert (il7r["id"], il7r["name"], il7r["band"], il7r["chromosome"]) == (
        "HGNC:6024",
        "interleukin 7 receptor",
        "5p13.2",
        "5",
    )
    names = {row["text"]: row["kind"] for row in rows("gene_names") if row["gene"] == "HGNC:6024"}
    assert names["CD127"] == "alias"
    identifiers = {(row["database"], row["id"]) for row in rows("cross_references") if row["subject"] == "HGNC:6024"}
    assert {
        ("NCBIGene", "3575"),
        ("ENSEMBL", "ENSG00000168685"),
        ("OMIM", "146661"),
        ("UniProtKB", "P16871"),
        ("MANE Select", "ENST00000303115.8"),
        ("MANE Select", "NM_002185.5"),
        ("CD", "CD127"),
    } <= identifiers


def test_a_name_that_ncbi_cut_in_two_does_not_lead_to_another_gene():
    linc = {row["text"] for row in rows("gene_names") if row["gene"] == gene("LINC02605")}
    assert "IL-7-AS" in linc
    assert not {"IL-7", "AS"} & linc


def test_genular_scores_are_as_published_and_nothing_is_added_to_them():
    found = {row["gene"]: row for row in rows("significance")}
    il21, cxcl13 = found[gene("IL21")], found[gene("CXCL13")]
    assert (il21["cell_type"], il21["csi"], il21["rcsi"], il21["prs"]) == ("CL:0002038", "11.3", "8.46", "100")
    assert (cxcl13["cell_type"], cxcl13["csi"], cxcl13["rcsi"], cxcl13["prs"]) == (
        "CL:0002038",
        "22.43",
        "16.78",
        "99.65",
    )
    for row in (il21, cxcl13):
        assert {name for name, value in row.items() if value} == {
            "gene", "cell_type", "context", "dataset", "csi", "rcsi", "prs", "source", "licence",
        }  # fmt: skip


def test_cell_types_are_many_and_have_no_definitions():
    cells = {row["id"]: row for row in rows("cell_types")}
    assert 150 <= len(cells) <= 400
    assert cells["CL:0002038"]["name"] == "T follicular helper cell"
    assert {row["definition"] for row in cells.values()} == {""}
    assert {row["definition"] for row in rows("terms")} == {""}
    assert {row["definition"] for row in rows("diseases")} == {""}
    assert ("CL:0002038", "Tfh") in {(row["subject"], row["text"]) for row in rows("synonyms")}


def test_all_that_the_card_says_il7r_is_implicated_in_is_there():
    names = {row["id"]: row["name"] for row in rows("diseases")}
    tied = {names[r["disease"]] for r in rows("disease_associations") if r["source"] == "atlas-haematology-il7r"}
    assert tied == {
        "severe combined immunodeficiency",
        "acute T cell leukemia",
        "B-cell acute lymphoblastic leukemia",
        "chronic lymphocytic leukemia",
        "acute myeloid leukemia",
        "Hodgkin's lymphoma",
        "cutaneous T cell lymphoma",
        "breast cancer",
        "colorectal cancer",
        "esophageal cancer",
        "renal carcinoma",
        "lung cancer",
        "multiple sclerosis",
        "rheumatoid arthritis",
        "Omenn syndrome",
        "Human immunodeficiency virus infectious disease",
    }


def test_the_pathways_of_the_card_are_terms_of_il7r():
    linked = {row["term"] for row in rows("gene_terms") if row["gene"] == gene("IL7R")}
    assert {"KEGG:hsa04630", "KEGG:ko05340", "KEGG:hsa04068", "Reactome:R-HSA-1266695", "GO:0004917"} <= linked


def test_exons_lie_in_order_of_transcription_and_add_up():
    for row in rows("transcripts"):
        exons = [tuple(map(int, exon.split("-"))) for exon in listed(row["exons"])]
        if exons:
            assert exons == sorted(exons, reverse=row["strand"] == "-")
            assert int(row["exon_count"]) == len(exons)
            assert int(row["length"]) == sum(end - start + 1 for start, end in exons)
            assert row["assembly"] == "GRCh38"
    jak1 = next(row for row in rows("transcripts") if row["gene"] == gene("JAK1") and row["mane_select"] == "1")
    assert jak1["chromosome"] == "1"
    card = next(row for row in rows("transcripts") if row["gene"] == gene("IL7R"))
    assert (card["exons"], card["exon_count"], card["length"], card["assembly"]) == ("", "8", "4619", "")


def test_the_coding_part_of_mane_transcripts_is_as_long_as_the_protein():
    lengths = {row["id"]: len(row["sequence"]) for row in rows("isoforms") if row["sequence"]}
    compared = 0
    for row in rows("transcripts"):
        if row["mane_select"] == "1" and row["isoform"] in lengths:
            low, high = int(row["cds_start"]), int(row["cds_end"])
            exons = (tuple(map(int, exon.split("-"))) for exon in listed(row["exons"]))
            coding = sum(max(0, min(end, high) - max(start, low) + 1) for start, end in exons)
            assert coding == 3 * (lengths[row["isoform"]] + 1), row["id"]
            compared += 1
    assert compared >= 10


def test_interactions_join_two_genes_once_with_scores_between_zero_and_one():
    for row in rows("interactions"):
        assert row["gene"] < row["partner"]
        if row["score"]:
            assert 0 < float(row["score"]) <= 1
    pairs = {(row["gene"], row["partner"]) for row in rows("interactions") if row["source"] == "uniprot"}
    assert (gene("IL7"), gene("IL7R")) in pairs
