"""PNG and TIFF as independent readers see them: size, density, white ground, the recipe."""

import json
import struct
import zlib

import pytest
from PIL import Image

from atlasview.export.figure_request import FigureRequest
from atlasview.export.presets import PRESETS
from atlasview.records.trouble import Trouble
from tests.export.figures_read import difference, needs, picture, said, saved

REQUESTS = {
    "domains": ("IL7R", FigureRequest("domains", PRESETS["nature-single"])),
    "landscape": ("IL21", FigureRequest("landscape", PRESETS["cell-double"])),
    "slide": ("IL21", FigureRequest("landscape", PRESETS["slide"])),
}


@pytest.fixture(params=[(name, form) for name in REQUESTS for form in ("png", "tiff")], ids="-".join)
def made(request, genes, qapp, tmp_path):
    name, form = request.param
    symbol, asked = REQUESTS[name]
    return saved(tmp_path, genes[symbol], asked, form, 300)


def test_dots_and_density_give_the_size_in_millimetres(made):
    drawing, path = made
    with Image.open(path) as image:
        across, down = image.info["dpi"]
        assert (float(across), float(down)) == pytest.approx((300, 300), abs=0.01)
        assert image.width / across * 25.4 == pytest.approx(drawing.width_mm, abs=0.1)
        assert image.height / down * 25.4 == pytest.approx(drawing.height_mm, abs=0.1)


def test_the_ground_is_white_and_nothing_shines_through(made):
    _drawing, path = made
    with Image.open(path) as image:
        assert image.mode == "RGB"
        assert image.n_frames == 1 if hasattr(image, "n_frames") else True
        corners = [image.getpixel((x, y)) for x in (0, image.width - 1) for y in (image.height - 1,)]
    assert set(corners) == {(255, 255, 255)}


def test_both_formats_hold_the_same_dots(genes, qapp, tmp_path):
    symbol, asked = REQUESTS["domains"]
    files = [saved(tmp_path, genes[symbol], asked, form, 600)[1] for form in ("png", "tiff")]
    assert picture(files[0]).tobytes() == picture(files[1]).tobytes()


def test_twice_the_density_gives_twice_the_dots_and_the_same_drawing(genes, qapp, tmp_path):
    symbol, asked = REQUESTS["landscape"]
    (tmp_path / "fine").mkdir()
    coarse = picture(saved(tmp_path, genes[symbol], asked, "png", 150)[1])
    fine = picture(saved(tmp_path / "fine", genes[symbol], asked, "png", 600)[1])
    assert fine.width == pytest.approx(4 * coarse.width, abs=2)
    assert difference(coarse, fine.resize(coarse.size, Image.Resampling.BOX)) < 1.6


def test_the_chunks_of_the_png_are_whole_and_say_metres(genes, qapp, tmp_path):
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["domains"][1], "png", 300)
    content, at = path.read_bytes(), 8
    chunks: dict[bytes, bytes] = {}
    while at < len(content):
        length, kind = struct.unpack_from(">I4s", content, at)
        data = content[at + 8 : at + 8 + length]
        assert struct.unpack_from(">I", content, at + 8 + length) == (zlib.crc32(kind + data),)
        chunks.setdefault(kind, data)
        at += length + 12
    assert struct.unpack(">IIB", chunks[b"pHYs"]) == (11811, 11811, 1)
    assert chunks[b"IHDR"][8:10] == bytes([8, 2])  # eight bits, red green blue
    assert b"tIME" not in chunks


def test_the_tiff_has_the_tags_that_printers_ask_for(genes, qapp, tmp_path):
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["domains"][1], "tiff", 600)
    with Image.open(path) as image:
        tags = dict(image.tag_v2)
    assert (tags[296], float(tags[282]), float(tags[283])) == (2, 600, 600)  # inches, across, down
    assert (tags[258], tags[277], tags[259]) == ((8, 8, 8), 3, 5)  # bits, samples, LZW
    assert tags[305].startswith("AtlasView ")
    assert json.loads(tags[270])["dpi"] == 600
    assert 306 not in tags  # no time


@needs("identify")
@pytest.mark.parametrize("form", ["png", "tiff"])
def test_imagemagick_reads_size_and_density(genes, qapp, tmp_path, form):
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["domains"][1], form, 300)
    wide, high, dots = said("identify", "-units", "PixelsPerInch", "-format", "%w %h %x", path).split()[:3]
    assert (int(wide), int(high)) == picture(path).size
    assert float(dots) == pytest.approx(300, abs=0.1)


@pytest.mark.parametrize("form", ["png", "tiff"])
def test_more_dots_than_a_computer_holds_are_refused_with_what_to_do(genes, qapp, tmp_path, form):
    huge = FigureRequest("landscape", PRESETS["free"], width=2000.0, height=2000.0)
    with pytest.raises(Trouble, match="too large") as refusal:
        saved(tmp_path, genes["IL21"], huge, form, 1200)
    assert "fewer dots" in refusal.value.remedy
    assert list(tmp_path.glob("figure.*")) == []


@needs("tiffinfo")
def test_libtiff_reads_size_and_density(genes, qapp, tmp_path):
    _drawing, path = saved(tmp_path, genes["IL7R"], REQUESTS["domains"][1], "tiff", 300)
    told = said("tiffinfo", path)
    assert "Resolution: 300, 300 pixels/inch" in told
    assert "Compression Scheme: LZW" in told
    assert '"sha256"' in told
