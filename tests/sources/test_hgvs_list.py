"""Lists of changes of proteins: what names the gene, the protein or the transcript."""

from pathlib import Path

from atlasview.records.variant import Variant
from tests.sources.outcomes import outcomes, told, written


def test_a_list_names_genes_proteins_and_transcripts(tmp_path: Path) -> None:
    title = "NM_002185.5(IL7R):c.197T>C (p.Ile66Thr)"
    text = "IL7R p.Thr244Ile\nNP_002176.2:p.(Thr244Ile)\nENSP00000306157:p.T66I\nP16871-1 T244I\nIL7R\tS185C\n"
    found = outcomes(written(tmp_path, f"{text}NM_002185.5(IL7R):p.Ile66Thr\n{title}\nIL7R c.12A>G\nnothing\n"))
    assert [(one.gene, one.isoform, one.hgvs_p) for one in found.of(Variant)] == [
        ("symbol:IL7R", "", "p.Thr244Ile"),
        ("RefSeq:NP_002176.2", "RefSeq:NP_002176.2", "p.Thr244Ile"),
        ("ENSEMBL:ENSP00000306157", "ENSEMBL:ENSP00000306157", "p.Thr66Ile"),
        ("UniProtKB:P16871", "P16871-1", "p.Thr244Ile"),
        ("symbol:IL7R", "", "p.Ser185Cys"),
        ("symbol:IL7R", "RefSeq:NM_002185.5", "p.Ile66Thr"),
        ("symbol:IL7R", "RefSeq:NM_002185.5", "p.Ile66Thr"),
    ]
    assert [(one.line, one.detail) for one in found.rejected] == [(8, "c.12A>G"), (9, "nothing")]


def test_words_are_no_list(tmp_path: Path) -> None:
    assert told(written(tmp_path, "Notes on p.Thr244Ile\nnothing else\n")) != "hgvs"
