"""Evidence codes of GO behind the terms of the Evidence and Conclusion Ontology that UniProt's XML gives instead."""

GO_CODES = {
    "ECO:0000245": "RCA",
    "ECO:0000247": "ISA",
    "ECO:0000250": "ISS",
    "ECO:0000255": "ISM",
    "ECO:0000256": "IEA",
    "ECO:0000266": "ISO",
    "ECO:0000269": "EXP",
    "ECO:0000270": "IEP",
    "ECO:0000303": "NAS",
    "ECO:0000304": "TAS",
    "ECO:0000305": "IC",
    "ECO:0000307": "ND",
    "ECO:0000314": "IDA",
    "ECO:0000315": "IMP",
    "ECO:0000316": "IGI",
    "ECO:0000317": "IGC",
    "ECO:0000318": "IBA",
    "ECO:0000319": "IBD",
    "ECO:0000320": "IKR",
    "ECO:0000321": "IRD",
    "ECO:0000353": "IPI",
    "ECO:0000501": "IEA",
    "ECO:0006056": "HTP",
    "ECO:0007001": "HMP",
    "ECO:0007003": "HGI",
    "ECO:0007005": "HDA",
    "ECO:0007007": "HEP",
    "ECO:0007322": "IEA",
}
"""By GO's own mapping (gaf-eco-mapping)."""


def go_code(evidence: str) -> str:
    """GO's code of a term of ECO; any other text as it is."""
    return GO_CODES.get(evidence, evidence)
