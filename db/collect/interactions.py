"""Interactions between genes of the starter: STRING's network and UniProt's partners."""

import re

from atlasview.records.interaction import Interaction
from db.collect.flat_text import Entry
from db.collect.tables import Tables
from db.collect.upstream import Upstream

_CHANNELS = {
    "neighborhood_on_chromosome": "neighborhood",
    "gene_fusion": "fusion",
    "phylogenetic_cooccurrence": "cooccurrence",
    "homology": "homology",
    "coexpression": "coexpression",
    "experimentally_determined_interaction": "experiments",
    "database_annotated": "databases",
    "automated_textmining": "text mining",
}
_PARTNER = re.compile(r"(?P<one>\w+)(?:-\d+)?; (?P<other>\w+)(?:-\d+)?(?:: [^;]+)?;(?: Xeno;)? NbExp=(?P<count>\d+);")


def add_string(tables: Tables, upstream: Upstream, genes: dict[str, str]) -> None:
    """Adds STRING's pairs of which both symbols are approved ones in `genes`; each pair once, channels above zero."""
    for row in upstream.records("string"):
        pair = sorted(genes[row[name]] for name in ("#node1", "node2") if row[name] in genes)
        if len(pair) == 2:
            scores = {name: float(row[column]) for column, name in _CHANNELS.items()}
            channels = tuple((name, score) for name, score in scores.items() if score > 0)
            tables.add(Interaction(pair[0], pair[1], float(row["combined_score"]), channels, "string"))


def add_uniprot_partners(tables: Tables, entry: Entry, genes: dict[str, str]) -> None:
    """Adds partners of an entry's protein with the number of experiments; `genes` maps accessions to genes."""
    for text in entry.comments_on("INTERACTION"):
        for found in _PARTNER.finditer(text):
            pair = sorted({genes[found[name]] for name in ("one", "other") if found[name] in genes})
            if len(pair) == 2:
                known = next((i for i in tables.of("interactions") if _same(i, pair)), None)
                count = float(found["count"])
                if known and known.channels[0][1] >= count:
                    continue
                tables.drop(known)
                tables.add(Interaction(pair[0], pair[1], None, (("IntAct experiments", count),), "uniprot"))


def _same(interaction: Interaction, pair: list[str]) -> bool:
    return interaction.source == "uniprot" and [interaction.gene, interaction.partner] == pair
