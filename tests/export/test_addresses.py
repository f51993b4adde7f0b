"""Web addresses of identifiers: by database, and where one database has several kinds by the kind."""

import pytest

from atlasview.export.addresses import address


@pytest.mark.parametrize(
    ("identifier", "found"),
    [
        ("RefSeq:NP_002176.2", "https://www.ncbi.nlm.nih.gov/protein/NP_002176.2"),
        ("RefSeq:NM_002185.5", "https://www.ncbi.nlm.nih.gov/nuccore/NM_002185.5"),
        ("RefSeq:NC_012920", "https://www.ncbi.nlm.nih.gov/nuccore/NC_012920"),
        ("MANE Select:NM_002185.5", "https://www.ncbi.nlm.nih.gov/nuccore/NM_002185.5"),
        ("MANE Select:ENST00000303115.8", "https://www.ensembl.org/id/ENST00000303115.8"),
        ("RefSeq:unheard-of", ""),
        ("UBERON:0006915", "http://purl.obolibrary.org/obo/UBERON_0006915"),
        ("CL:0002038", "http://purl.obolibrary.org/obo/CL_0002038"),
        ("ENA:U43746", "https://www.ebi.ac.uk/ena/browser/view/U43746"),
        ("PDBsum:3DI2", "https://www.ebi.ac.uk/pdbsum/3DI2"),
        ("HGNC gene group:601", "https://www.genenames.org/data/genegroup/#!/group/601"),
        ("AGR:HGNC:6024", "https://www.alliancegenome.org/gene/HGNC:6024"),
        ("HGNC:6024", "https://www.genenames.org/data/gene-symbol-report/#!/hgnc_id/HGNC:6024"),
        ("Wikipedia:T cell", "https://en.wikipedia.org/wiki/T%20cell"),
        ("VEGA:OTTHUMG00000090731", ""),
        ("GO:", ""),
    ],
)
def test_an_identifier_has_the_address_of_its_kind(identifier: str, found: str):
    assert address(identifier) == found
