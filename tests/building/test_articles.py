"""Articles of a person's own arrive on the gene's page, and nothing in them does harm."""

import json
from pathlib import Path

import pytest

from atlasview.atlas.check import check_atlas
from atlasview.atlas.gene import gene_profile
from atlasview.atlas.reader import AtlasReader
from atlasview.building.compose import build_from_files
from atlasview.building.inputs import find_inputs
from atlasview.building.report import BuildReport
from atlasview.building.wish import Wish
from atlasview.export.document.gene import gene_document
from tests.building.public_files import write_hgnc
from tests.sources.outcomes import written
from tests.sources.test_article_file import ARTICLE

NOBODY = ARTICLE.replace('"IL7R"', '"NOBODY9"')


@pytest.fixture
def report(tmp_path: Path) -> BuildReport:
    files = tmp_path / "files"
    write_hgnc(files)
    written(files, ARTICLE, "card.md")
    written(files, NOBODY, "nobody.md")
    return build_from_files(find_inputs([str(files)]), Wish(tmp_path / "x.atlas", jobs=1))


def test_an_article_stands_on_its_gene(report: BuildReport, tmp_path: Path) -> None:
    with AtlasReader(tmp_path / "x.atlas") as reader:
        profile = gene_profile(reader, "HGNC:6024")
    (article,) = profile.articles
    assert (article.title, article.gene) == ("The receptor of IL7: a card", "HGNC:6024")
    assert profile.sources[article.source].licence == "CC-BY-4.0"
    assert {one.publication.id for one in profile.citations} == {"PMID:2317865", "DOI:10.1016/s0092(00)80337-1"}
    (said,) = json.loads(json.dumps(gene_document(profile)))["articles"]
    assert [section["captions"] for section in said["sections"]] == [[], ["Where it lies"], []]
    assert not [one for one in check_atlas(tmp_path / "x.atlas") if "licence" not in one.what]


def test_an_article_on_a_gene_that_is_not_there_is_told(report: BuildReport) -> None:
    (file,) = (one for one in report.files if one.file == "nobody.md")
    assert [(one.reason, one.detail) for one in file.refusals] == [
        ("no gene of this atlas has the identifier", "symbol:NOBODY9")
    ]
    assert (file.source.read, file.source.rejected) == (1, 1)
