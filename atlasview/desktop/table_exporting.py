"""Tables on their way into a file."""

from functools import partial
from typing import TYPE_CHECKING

from atlasview.desktop.panels.exports import TableExport
from atlasview.desktop.saving import Output, Saving, only
from atlasview.desktop.tables.seen_table import seen_table
from atlasview.export.formats import TABLE_KINDS
from atlasview.export.names import table_name

if TYPE_CHECKING:
    from atlasview.records.profile import Profile


def table_export(what: TableExport, profile: "Profile") -> Saving:
    """How a table is written: as the page shows it, or whole as `atlasview export table` writes it."""
    subject = profile.place.label or profile.place.id
    return Saving(
        f"Export {what.title}",
        only(TABLE_KINDS, what.form),
        lambda suffix: table_name(subject, what.what, profile.atlas, suffix, what.part),
        partial(_written, what, profile),
    )


def _written(what: TableExport, profile: "Profile", form: str) -> Output:
    from atlasview.export.tables import page_table, table_text

    if what.whole:
        table = page_table(profile, what.what)
    else:
        table = seen_table(profile, what.what, what.title, what.columns, what.rows)
    return Output(table_text(table, form).encode())
