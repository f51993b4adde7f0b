"""A drawing in each of the formats of figures."""

from atlasview.export.figure import Drawing
from atlasview.export.presets import USUAL_DPI


def figure_bytes(drawing: Drawing, form: str, dpi: float = USUAL_DPI) -> bytes:
    """The file in one of `presets.FORMATS`; `dpi` counts for those in PIXELS. Raises Trouble for too many dots.

    The same drawing gives the same bytes.
    """
    if form == "pdf":
        from atlasview.export.pdf import pdf_bytes

        return pdf_bytes(drawing.figure, drawing.family, drawing.recipe)
    if form == "png":
        from atlasview.export.png import png_bytes

        return png_bytes(drawing.figure, drawing.family, drawing.recipe, dpi)
    if form == "tiff":
        from atlasview.export.tiff import tiff_bytes

        return tiff_bytes(drawing.figure, drawing.family, drawing.recipe, dpi)
    from atlasview.export.svg import svg_text

    return svg_text(drawing.figure, drawing.family, drawing.recipe).encode("utf-8")
