"""What an atlas says of itself."""

from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader


def test_the_starter_says_what_it_holds(starter: AtlasReader):
    stated = manifest(starter)
    assert (stated.label.name, stated.assembly, stated.schema) == ("Starter atlas", "GRCh38", 6)
    assert list(stated.counts) == [
        "genes", "proteins", "transcripts", "features", "variants", "cell_types", "terms", "diseases", "publications",
        "significance", "expression", "interactions", "articles",
    ]  # fmt: skip
    assert stated.counts["genes"] >= 60
    assert stated.counts["articles"] >= 2


def test_every_source_accounts_for_its_records(starter: AtlasReader):
    for source in manifest(starter).sources:
        assert source.read == source.kept + source.rejected + source.filtered + source.superseded
        assert source.licence
    hgnc = next(source for source in manifest(starter).sources if source.key == "hgnc")
    assert hgnc.redistributable is True
    assert len(hgnc.sha256) == 64
    genular = next(source for source in manifest(starter).sources if source.key == "genular-il21")
    assert genular.redistributable is None


def test_the_date_is_that_of_the_facts(small: AtlasReader):
    assert manifest(small).built == "1"
