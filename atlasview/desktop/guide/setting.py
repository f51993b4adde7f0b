"""Sets a document that was read from Markdown in the theme's type: headings, code, tables, pictures, links."""

from collections.abc import Callable, Iterator

from PySide6.QtGui import (
    QBrush,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTable,
    QTextTableFormat,
)

from atlasview.desktop.theme import Theme

_HEADINGS = {1: "title", 2: "section"}
_ABOVE = {1: 0, 2: 20, 3: 14}
_LINE = 135.0
"""Distance of lines in percent."""


Fit = Callable[[str], int]
"""Name of a picture -> its width in pixels, 0 for one that is not there."""


def set_type(document: QTextDocument, theme: Theme, fit: Fit) -> None:
    """Set the whole document; `fit` gives the width in pixels that a picture has."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for table in _tables(document):
        _set_table(table, theme)
    block = document.begin()
    while block.isValid():
        _set_block(block, theme)
        _set_fragments(block, theme, fit)
        block = block.next()
    cursor.endEditBlock()


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    for frame in document.rootFrame().childFrames():
        if isinstance(frame, QTextTable):
            yield frame


def _set_table(table: QTextTable, theme: Theme) -> None:
    form = QTextTableFormat(table.format())
    form.setBorder(1)
    form.setBorderCollapse(True)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderBrush(QBrush(theme.colour("hairline")))
    form.setCellPadding(theme.px(5))
    form.setCellSpacing(0)
    form.setTopMargin(theme.px(4))
    form.setBottomMargin(theme.px(10))
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.clearColumnWidthConstraints()
    table.setFormat(form)


def _set_block(block: QTextBlock, theme: Theme) -> None:
    """Space and line height of a paragraph, the font of a heading."""
    cursor = QTextCursor(block)
    form = QTextBlockFormat(block.blockFormat())
    level = form.headingLevel()
    in_table = cursor.currentTable() is not None
    in_list = block.textList() is not None
    form.setTopMargin(theme.px(_ABOVE.get(level, 10)) if level else 0)
    form.setBottomMargin(0 if in_table else theme.px(2 if in_list else 6 if level else 8))
    if _is_code(block):
        form.setBackground(theme.colour("window"))
        form.setNonBreakableLines(False)
        form.setBottomMargin(0 if _is_code(block.next()) else theme.px(10))
    distance = 100.0 if _has_picture(block) else _LINE
    form.setLineHeight(distance, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    cursor.setBlockFormat(form)
    if level:
        _set_heading(block, theme, level)
    elif in_table and _is_head(cursor):
        _set_head(block, theme)


def _set_heading(block: QTextBlock, theme: Theme, level: int) -> None:
    """The theme's font instead of steps of the default size, which is how Markdown's reader leaves a heading."""
    for fragment in _fragments(block):
        shape = QTextCharFormat(fragment.charFormat())
        shape.clearProperty(QTextFormat.Property.FontSizeAdjustment)
        shape.setFontPointSize(theme.font(_HEADINGS.get(level, "strong")).pointSizeF())
        shape.setFontWeight(QFont.Weight.DemiBold)
        _select(block, fragment).setCharFormat(shape)


def _set_head(block: QTextBlock, theme: Theme) -> None:
    shape = QTextCharFormat()
    shape.setForeground(theme.colour("text-muted"))
    shape.setFontWeight(QFont.Weight.DemiBold)
    for fragment in _fragments(block):
        _put(block, fragment, shape)


def _is_head(cursor: QTextCursor) -> bool:
    return cursor.currentTable().cellAt(cursor).row() == 0


def _has_picture(block: QTextBlock) -> bool:
    return any(fragment.charFormat().isImageFormat() for fragment in _fragments(block))


def _is_code(block: QTextBlock) -> bool:
    return block.blockFormat().hasProperty(QTextFormat.Property.BlockCodeFence)


def _set_fragments(block: QTextBlock, theme: Theme, fit: Fit) -> None:
    """Pictures, links and words of code."""
    for fragment in _fragments(block):
        form = fragment.charFormat()
        if form.isImageFormat():
            image = form.toImageFormat()
            wide = fit(image.name())
            if wide > 0 and image.width() != wide:
                _put(block, fragment, _sized(image, wide))
        elif form.isAnchor():
            shape = QTextCharFormat()
            shape.setForeground(theme.colour("accent"))
            shape.setFontUnderline(False)
            _put(block, fragment, shape)
        elif form.fontFixedPitch() or _is_code(block):
            shape = QTextCharFormat()
            shape.setFontFamilies(theme.font("sequence").families())
            shape.setFontPointSize(theme.font("small").pointSizeF())
            if not _is_code(block):
                shape.setBackground(theme.colour("window"))
            _put(block, fragment, shape)


def _fragments(block: QTextBlock) -> list[QTextFragment]:
    found = []
    each = block.begin()
    while not each.atEnd():
        found.append(each.fragment())
        each += 1
    return found


def _sized(image: QTextImageFormat, width: int) -> QTextImageFormat:
    image.setWidth(width)
    return image


def _put(block: QTextBlock, fragment: QTextFragment, shape: QTextCharFormat) -> None:
    cursor = _select(block, fragment)
    if isinstance(shape, QTextImageFormat):
        cursor.setCharFormat(shape)
    else:
        cursor.mergeCharFormat(shape)


def _select(block: QTextBlock, fragment: QTextFragment) -> QTextCursor:
    cursor = QTextCursor(block)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    return cursor
