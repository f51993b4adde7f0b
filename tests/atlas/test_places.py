"""Which places an atlas has."""

from atlasview.atlas.places import places
from atlasview.atlas.reader import AtlasReader
from atlasview.records.place import Kind


def test_places_of_each_kind_come_best_known_first(atlas_path):
    with AtlasReader(atlas_path) as reader:
        genes = places(reader, Kind.GENE)
        assert len(genes) > 100
        assert len({place.id for place in genes}) == len(genes)
        assert places(reader, Kind.GENE, 3) == genes[:3]
        assert all(place.kind is Kind.GENE and place.id.startswith("HGNC:") for place in genes)
        assert "IL21" in {place.label for place in genes}
        proteins = places(reader, Kind.PROTEIN, 5)
        assert [place.id.partition(":")[0] for place in proteins] == ["UniProtKB"] * 5
