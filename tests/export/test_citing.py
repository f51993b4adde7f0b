"""An atlas is cited by its seal, its databases by the paper that each asks for."""

from pathlib import Path

from atlasview.atlas.manifest import manifest
from atlasview.atlas.reader import AtlasReader
from atlasview.export.citing import atlas_citation, cited_databases, citing_text
from atlasview.records.source import AtlasLabel, Manifest, Source
from atlasview.sources.databases import DATABASES

LABEL = AtlasLabel("Human", "2026.11", "ab" * 32)


def test_the_atlas_is_named_with_its_seal(small_atlas_path: Path):
    with AtlasReader(small_atlas_path) as reader:
        told = manifest(reader)
    assert atlas_citation(told).endswith(told.label.sha256)
    assert told.label.version in atlas_citation(told)
    assert len(citing_text(told).splitlines()) == 1 + len({source.database for source in told.sources})


def test_a_database_of_several_files_is_cited_once_with_its_releases_and_its_paper():
    sources = (
        Source("uniprot", "UniProtKB", release="2025_03", licence="CC-BY-4.0"),
        Source("uniprot-2", "UniProtKB", date="2026-01-28", licence="CC-BY-4.0"),
        Source("own", "A list of ours", url="https://example.org/list"),
    )
    uniprot, own = cited_databases(Manifest(LABEL, "2026-11-26", 2, "GRCh38", sources, {}))
    assert uniprot.doi == DATABASES["uniprot"].cite
    assert str(uniprot) == f"UniProtKB, 2025_03, 2026-01-28. Licence: CC-BY-4.0. https://doi.org/{uniprot.doi}"
    assert str(own) == "A list of ours. Licence: not stated. https://example.org/list"
