"""A person opens genes of which little is known: each section says why it is empty."""

from PySide6.QtWidgets import QWidget

SECTIONS = (
    *("Overview", "Article", "Cells", "Markers", "Protein", "Transcripts", "Diseases", "Associated with", "Expression"),
    *("Interactions", "Homologies", "Citations", "Identifiers"),
)


def test_a_gene_without_protein_scores_and_papers_is_a_whole_page(person):
    def sit():
        page = person.waits_for_page("IL2RG")
        for section in SECTIONS:
            page.show_section(section)
            person.waits(lambda section=section: built(page, section))
        assert not any("could not be drawn" in text for text in person.reads("gene-page").splitlines())

    def built(page, section):
        parts = [one for one in page.findChildren(QWidget) if one.accessibleName() == section]
        return any(getattr(one, "body", None) is not None for one in parts)

    assert person.at("IL2RG", does=sit) == 0


def test_what_is_not_in_the_atlas_is_said(person):
    def sit():
        person.waits_for_page("")
        person.waits_for("notices")
        assert "zzzz" in person.reads("notices")

    assert person.at("zzzz", does=sit) == 0
