"""Where each residue of a sequence stands: lines of blocks of ten, with numbers on both sides."""

from dataclasses import dataclass

BLOCK = 10


@dataclass(frozen=True, slots=True)
class SequenceGrid:
    """Positions are 1-based; lengths in pixels.

    per_line    residues in a line, a multiple of ten
    cell        width of a residue; `gap` stands between blocks
    left        where the first residue of a line begins
    head        height of the numbers over the lines
    line        height of a line; `letter` that of its letters
    """

    length: int
    per_line: int
    cell: float
    gap: float
    left: float
    head: float
    line: float
    letter: float

    @property
    def lines(self) -> int:
        """Number of lines."""
        return -(-self.length // self.per_line)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return self.lines * self.line

    def line_of(self, position: int) -> int:
        """Line (from 0) of a residue."""
        return (position - 1) // self.per_line

    def span_of(self, line: int) -> tuple[int, int]:
        """First and last residue of a line."""
        first = line * self.per_line + 1
        return first, min(first + self.per_line - 1, self.length)

    def x(self, column: int) -> float:
        """Left edge of a column (from 0)."""
        return self.left + column * self.cell + column // BLOCK * self.gap

    def run(self, line: int, start: int, end: int) -> tuple[float, float] | None:
        """Left edge and width of the part of residues start..end that stands in a line, None for none."""
        first, last = self.span_of(line)
        low, high = max(start, first), min(end, last)
        if low > high:
            return None
        left = self.x(low - first)
        return left, self.x(high - first) + self.cell - left

    def residue_at(self, x: float, y: float) -> int | None:
        """Residue under a place (y from the first line's upper edge), None beside the letters."""
        line = int(y // self.line)
        if not 0 <= line < self.lines:
            return None
        position = self.nearest(x, y)
        first, _ = self.span_of(line)
        left = self.x(position - first)
        return position if left - self.gap / 2 <= x <= left + self.cell + self.gap / 2 else None

    def nearest(self, x: float, y: float) -> int:
        """The residue nearest to a place."""
        line = min(max(int(y // self.line), 0), self.lines - 1)
        first, last = self.span_of(line)
        block = int(max(x - self.left, 0.0) // (BLOCK * self.cell + self.gap))
        column = (x - self.left - block * self.gap) / self.cell
        column = min(max(column, block * BLOCK), block * BLOCK + BLOCK - 1)
        return min(max(first + int(column), first), last)


def residues_that_fit(room: float, cell: float, gap: float, most: int) -> int:
    """Residues per line in whole blocks: what `room` holds, no more than `most` (0: no limit), no fewer than ten."""
    blocks = int((room + gap) // (BLOCK * cell + gap))
    if most:
        blocks = min(blocks, most // BLOCK)
    return max(blocks, 1) * BLOCK
