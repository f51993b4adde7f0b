"""Diseases: of a gene, and as pages of their own."""

from collections.abc import Iterator
from dataclasses import replace

from atlasview.atlas.ontology_page import ontology_page, subject_of
from atlasview.atlas.reader import AtlasReader
from atlasview.atlas.statement import Statement
from atlasview.atlas.tied_genes import tied_genes
from atlasview.records.disease import Disease, DiseaseAssociation, DiseasePhenotype
from atlasview.records.lists import parted
from atlasview.records.place import Kind
from atlasview.records.profile import LinkedDisease, Sign, TermProfile
from atlasview.records.tie import Tie

_OF_GENE = Statement(
    "SELECT s.id, s.name, d.definition, d.source, a.kind, a.note, a.publications, a.source FROM disease_association a"
    " JOIN disease d ON d.key = a.disease JOIN subject s ON s.key = a.disease WHERE a.gene = :gene"
    " ORDER BY s.name COLLATE NOCASE, s.id, a.number"
)
_DISEASE = Statement("SELECT definition, source FROM disease WHERE key = :key")
_SIGNS = Statement(
    "SELECT s.name, s.id, p.frequency, p.absent, p.onset, p.sex, p.reference, p.source FROM disease_phenotype p"
    " JOIN subject s ON s.key = p.term WHERE p.disease = :disease ORDER BY p.absent, s.name COLLATE NOCASE, p.number"
)
_GENES = Statement(
    "SELECT s.id, s.symbol, s.name, a.kind, a.note, a.publications, a.source FROM disease_association a"
    " JOIN subject s ON s.key = a.gene WHERE a.disease = :disease ORDER BY s.symbol, s.id, a.number"
)


def gene_diseases(reader: AtlasReader, gene: int, gene_id: str) -> tuple[LinkedDisease, ...]:
    """Diseases of the gene by name, each with all that its sources say."""
    diseases: dict[str, Disease] = {}
    associations: dict[str, list[DiseaseAssociation]] = {}
    for found, name, definition, source, kind, note, papers, of in reader.rows(_OF_GENE, gene=gene):
        diseases[found] = Disease(found, name, definition, reader.source[source])
        associations.setdefault(found, []).append(
            DiseaseAssociation(gene_id, found, kind, note, parted(papers), reader.source[of])
        )
    return tuple(LinkedDisease(disease, tuple(associations[key])) for key, disease in diseases.items())


def disease_profile(reader: AtlasReader, disease_id: str) -> TermProfile:
    """The disease with the genes tied to it. Raises NotFound."""
    subject = key, _curie, _name = subject_of(reader, Kind.DISEASE, disease_id)
    definition, source = reader.rows(_DISEASE, key=key)[0]
    genes = tied_genes(_tied(reader, key))
    page = ontology_page(reader, Kind.DISEASE, subject, "", definition, source, genes)
    return replace(page, signs=_signs(reader, key, page.id))


def _tied(reader: AtlasReader, disease: int) -> Iterator[tuple[str, str, str, Tie]]:
    for gene, symbol, name, kind, note, papers, source in reader.rows(_GENES, disease=disease):
        yield gene, symbol, name, Tie(kind, "", note, parted(papers), reader.source[source])


def _signs(reader: AtlasReader, disease: int, disease_id: str) -> tuple[Sign, ...]:
    """Signs of the disease: those that are seen first, by name."""
    return tuple(
        Sign(
            row.name,
            DiseasePhenotype(
                disease_id,
                row.id,
                row.frequency,
                bool(row.absent),
                row.onset,
                row.sex,
                row.reference,
                reader.source[row.source],
            ),
        )
        for row in reader.rows(_SIGNS, disease=disease)
    )
