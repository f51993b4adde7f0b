"""A report as HTML: one body without style, script or picture of its own; figures are handed to the caller."""

from collections.abc import Callable
from html import escape
from itertools import count

from atlasview.export.figure import Drawing
from atlasview.export.report.parts import Facts, FigurePart, Heading, Letters, Paragraph, Part, Report, Table

FigureHtml = Callable[[int, Drawing], str]
"""(number of the figure, from 0; the figure) -> what stands in its place."""


def report_html(report: Report, figure: FigureHtml) -> str:
    """The body of a report; classes: `facts`, `name`, `number`, `muted`, `letters`, `head` (of a table)."""
    numbers = count()
    return "\n".join(_part(part, figure, numbers) for part in report.parts)


def _part(part: Part, figure: FigureHtml, numbers: "count[int]") -> str:
    match part:
        case Heading(text, level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text, muted, block):
            if block:
                return text
            return f'<p class="muted">{text}</p>' if muted else f"<p>{text}</p>"
        case Facts(rows):
            lines = "".join(
                f'<tr><td class="name" width="20%">{escape(name)}</td><td>{value}</td></tr>' for name, value in rows
            )
            return f'<table class="facts" width="100%" cellspacing="0">{lines}</table>'
        case Table():
            return _table(part)
        case Letters(lines):
            return f'<pre class="letters">{escape(chr(10).join(lines))}</pre>'
        case FigurePart(drawing):
            notes = "".join(f'<p class="muted">{escape(note)}</p>' for note in drawing.notes)
            return f"{figure(next(numbers), drawing)}{notes}"


def _table(table: Table) -> str:
    heads = "".join(
        f'<th class="head"{_width(column.width)} align="{_side(column.number)}">{escape(column.title)}</th>'
        for column in table.columns
    )
    sides = [_side(column.number) for column in table.columns]
    rows = "".join(
        f"<tr>{''.join(f'<td align={side!r}>{cell}</td>' for side, cell in zip(sides, row, strict=True))}</tr>"
        for row in table.rows
    )
    return f'<table width="100%" cellspacing="0"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'


def _width(percent: int) -> str:
    return f' width="{percent}%"' if percent else ""


def _side(number: bool) -> str:
    return "right" if number else "left"
