"""`atlasview search` finds what a person types, and says why, or what to do."""

import pytest


@pytest.mark.parametrize(
    "text",
    ["IL21", "IL-21", "il21", "HGNC:6005", "59067", "ENSG00000138684", "ensg00000138684.14", "NCBIGene:59067"],
)
def test_every_way_to_write_it_finds_the_gene_first(atlasview, text):
    answer = atlasview("search", text, "--json")
    first = answer.document["hits"][0]
    assert (answer.status, first["kind"], first["id"], first["symbol"]) == (0, "gene", "HGNC:6005", "IL21")


@pytest.mark.parametrize("text", ["Q9HBE4", "IL21_HUMAN"])
def test_an_accession_finds_the_protein_or_its_gene(atlasview, text):
    hits = atlasview("search", text, "--json").document["hits"]
    assert {(hit["kind"], hit["id"]) for hit in hits} & {("protein", "UniProtKB:Q9HBE4"), ("gene", "HGNC:6005")}


@pytest.mark.parametrize("text", ["CL0002038", "CL:0002038", "cl_0002038", "cell:Tfh"])
def test_a_cell_type_is_found(atlasview, text):
    first = atlasview("search", text, "--json").document["hits"][0]
    assert (first["kind"], first["id"], first["name"]) == ("cell_type", "CL:0002038", "T follicular helper cell")


def test_an_alias_is_named_as_the_reason(atlasview):
    first = atlasview("search", "cd127", "--json").document["hits"][0]
    assert (first["symbol"], first["match"]) == ("IL7R", "alias")
    answer = atlasview("search", "cd127")
    line = next(line for line in answer.out.splitlines() if line.startswith("IL7R"))
    assert "alias CD127" in line
    assert "HGNC:6024" in line


def test_each_hit_has_its_line_in_a_pipe_however_long_its_name(atlasview):
    answer = atlasview("search", "interleukin", "--limit", "15")
    assert len(answer.out.splitlines()) in (16, 18)
    assert max(map(len, answer.out.splitlines())) > 80


def test_words_need_no_quotes(atlasview):
    assert atlasview("search", "interleukin", "21").out == atlasview("search", "interleukin 21").out != ""


def test_nothing_found_says_so_in_one_line_and_gives_an_empty_document(atlasview):
    answer = atlasview("search", "zzzz", "--json")
    assert answer.status == 1
    assert answer.document["hits"] == []
    assert answer.document["query"] == "zzzz"
    assert answer.err.startswith("atlasview: nothing ")
    assert "zzzz" in answer.err
    assert answer.err.count("\n") == 1
    assert atlasview("search", "zzzz").out == ""


@pytest.mark.parametrize(
    "text",
    ['"', "'", "IL21'; DROP TABLE gene; --", "NEAR(", "a AND", "*", "%", "_", "^il21", "\\", "il21 OR 1=1", "(",
     "x" * 5000, "インターロイキン", "白介素", "\u202eIL21", "🧬", "\udcff\udcfe", "", "   ", "\t\n"],
)  # fmt: skip
def test_no_text_does_harm(atlasview, text):
    answer = atlasview("search", "--json", "--", text)
    assert answer.status in (0, 1)
    assert isinstance(answer.document["hits"], list)
    assert "bug" not in answer.err
    assert max((len(line) for line in answer.err.splitlines()), default=0) < 400


def test_the_limit_holds_and_is_checked(atlasview):
    assert len(atlasview("search", "il", "--limit", "3", "--json").document["hits"]) == 3
    answer = atlasview("search", "il", "--limit", "0")
    assert answer.status == 2
    assert "--limit" in answer.err


def test_every_hit_has_every_key(atlasview):
    hits = atlasview("search", "il", "--json").document["hits"]
    for hit in hits:
        assert {"id", "symbol", "name", "kind", "match"} <= hit.keys()
    assert {hit["match"] for hit in hits} <= {
        "symbol", "identifier", "previous symbol", "alias", "prefix", "name", "text", "similar",
    }  # fmt: skip
