"""CSL-JSON against its schema, and read back."""

import json

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlasview.export.citations import citations_text
from atlasview.export.citations.authors import Author, Group
from tests.export.papers import bare, odd_papers, paper, references

TEXT = {"type": "string", "minLength": 1}
SCHEMA = {
    # The part of the CSL 1.0.2 input schema (csl-data.json) for the variables that a paper can have.
    "$schema": "http://json-schema.org/draft-07/schema#",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "type": {"enum": ["article-journal", "document"]},
            "id": {"type": ["string", "number"]},
            "author": {"type": "array", "minItems": 1, "items": {"$ref": "#/definitions/name-variable"}},
            "issued": {"$ref": "#/definitions/date-variable"},
            "title": TEXT,
            "container-title": TEXT,
            "volume": {"type": ["string", "number"]},
            "issue": {"type": ["string", "number"]},
            "page": {"type": ["string", "number"]},
            "DOI": TEXT,
            "PMID": TEXT,
            "note": TEXT,
        },
    },
    "definitions": {
        "name-variable": {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "properties": dict.fromkeys(
                ("family", "given", "dropping-particle", "non-dropping-particle", "suffix", "literal"), TEXT
            ),
        },
        "date-variable": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "date-parts": {
                    "type": "array",
                    "minItems": 1,
                    "maxItems": 2,
                    "items": {"type": "array", "minItems": 1, "maxItems": 3, "items": {"type": ["string", "number"]}},
                },
            },
        },
    },
}
validate = fastjsonschema.compile(SCHEMA)


def read(papers):
    items = json.loads(citations_text(papers, "csl-json"))
    validate(items)
    return items


def name(author: Author) -> dict[str, str]:
    if isinstance(author, Group):
        return {"literal": author.name}
    written = {"family": author.family, "given": author.given}
    if author.particle:
        written["non-dropping-particle"] = author.particle
    return written | ({"suffix": author.suffix} if author.suffix else {})


def expected(reference) -> dict:
    item = {
        "id": reference.id,
        "type": "article-journal" if reference.pmid or reference.journal else "document",
        "title": reference.title,
        "author": [name(each) for each in reference.authors.listed],
        "container-title": reference.journal,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "DOI": reference.doi,
        "PMID": reference.pmid,
    }
    if reference.year is not None:
        item["issued"] = {"date-parts": [[reference.year]]}
    return {key: value for key, value in item.items() if value}


def without_note(item: dict) -> dict:
    return {key: value for key, value in item.items() if key != "note"}


def test_every_paper_of_the_starter_fits_the_schema_and_is_read_back(papers):
    listed = references(papers)
    items = read(papers)
    assert [without_note(item) for item in items] == [expected(each) for each in listed]
    assert ["note" in item for item in items] == [each.authors.shortened for each in listed]


def test_authors_left_out_are_a_note_and_no_name():
    (item,) = read([paper(authors=("Leonard WJ", "et al"))])
    assert item["author"] == [{"family": "Leonard", "given": "W. J."}]
    assert "et al." in item["note"]


def test_what_is_not_known_is_not_there():
    assert read([bare()]) == [{"id": "here:1", "type": "document"}]


def test_the_schema_refuses_what_it_should():
    with pytest.raises(fastjsonschema.JsonSchemaException):
        validate([{"id": "1", "type": "article-journal", "author": [{"name": "Leonard"}]}])


@given(st.lists(odd_papers, max_size=4))
def test_odd_texts_are_read_back(papers):
    assert [without_note(item) for item in read(papers)] == [expected(each) for each in references(papers)]
