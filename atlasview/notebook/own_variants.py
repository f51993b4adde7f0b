"""The user's own variants in the notebook: read, added, removed."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import selectinload

from atlasview.notebook.opening import Notebook
from atlasview.notebook.tables import Addition, OwnVariantRow
from atlasview.records.own_variant import OwnLine


def own_lines(notebook: Notebook, gene: str) -> tuple[OwnLine, ...]:
    """What is kept of a gene, in the order in which it was added."""
    wanted = select(Addition).where(Addition.gene == gene).order_by(Addition.id)
    with notebook.session() as session:
        additions = session.scalars(wanted.options(selectinload(Addition.variants))).all()
        return tuple(
            OwnLine(row.text, row.reference, row.change, addition.form, row.id, addition.added)
            for addition in additions
            for row in addition.variants
        )


def add_lines(notebook: Notebook, gene: str, form: str, lines: Sequence[OwnLine]) -> int:
    """Keep those lines of a gene that are not kept yet; how many these are."""
    known = {_said(line) for line in own_lines(notebook, gene)}
    new = [line for line in lines if _said(line) not in known]
    if not new:
        return 0
    rows = [OwnVariantRow(text=line.text, reference=line.reference, change=line.change) for line in new]
    added = datetime.now(UTC).isoformat(timespec="seconds")
    with notebook.session() as session:
        session.add(Addition(gene=gene, form=form, added=added, variants=rows))
    notebook.back_up_first()
    return len(new)


def remove_lines(notebook: Notebook, ids: Iterable[int]) -> None:
    """Forget some variants."""
    with notebook.session() as session:
        session.execute(delete(OwnVariantRow).where(OwnVariantRow.id.in_(list(ids))))
        kept = select(OwnVariantRow.addition_id)
        session.execute(delete(Addition).where(Addition.id.not_in(kept)))


def clear_gene(notebook: Notebook, gene: str) -> None:
    """Forget all variants of a gene."""
    with notebook.session() as session:
        session.execute(delete(Addition).where(Addition.gene == gene))


def _said(line: OwnLine) -> tuple[str, str]:
    return line.reference, line.change or line.text
