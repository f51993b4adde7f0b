"""`atlasview redraw`: an exported figure drawn again from the recipe inside it."""

from pathlib import Path
from typing import Annotated

import typer

from atlasview.commands.export_figure import form_of, put_figure
from atlasview.commands.opening import drawable_at, open_atlas
from atlasview.commands.options import Dpi, FigureTarget
from atlasview.commands.output import say
from atlasview.export.presets import USUAL_DPI


def redraw(
    shared: typer.Context,
    figure: Annotated[Path, typer.Argument(metavar="FIGURE", help="An SVG, PDF, PNG or TIFF that AtlasView wrote.")],
    target: FigureTarget,
    dpi: Dpi = None,
) -> int:
    """Draw an exported figure again, in any format, from the open atlas."""
    from atlasview.export.figure import draw_figure
    from atlasview.export.figure_request import dpi_of, request_of
    from atlasview.export.recipe_reading import read_recipe

    form = form_of(target)
    recipe = read_recipe(figure)
    request = request_of(recipe)
    with open_atlas(shared.obj) as reader:
        place = str(recipe["place"].get("id"))
        profile, request = drawable_at(reader, [place], request)
        seal = reader.label.sha256
    if recipe["atlas"].get("sha256") != seal:
        say(f"drawn from another atlas than the figure: {profile.atlas}, not {recipe['atlas'].get('name')}")
    drawing = draw_figure(profile, request)
    put_figure(drawing, form, dpi or dpi_of(recipe) or USUAL_DPI, target, f"{request.view} of {profile.place.label}")
    return 0
