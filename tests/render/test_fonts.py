"""Widths of texts, the family of files, and Qt without a window."""

import subprocess
import sys

import pytest
from PySide6.QtGui import QFontDatabase, QFontMetricsF
from PySide6.QtWidgets import QApplication

from atlasview.render.fonts import FILE_FAMILIES, ensure_gui, export_family, font_for, measure_for


@pytest.mark.usefixtures("qapp")
def test_widths_grow_with_the_size_and_the_weight():
    measure = measure_for(export_family())
    assert measure("Fibronectin", 14.0, 400) == pytest.approx(2 * measure("Fibronectin", 7.0, 400))
    assert measure("Fibronectin", 7.0, 700) > measure("Fibronectin", 7.0, 400)
    assert measure("", 7.0, 400) == 0
    assert measure("iiii", 10, 400) < measure("WWWW", 10, 400)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("size", [9, 11, 12, 17, 24])
def test_a_painted_text_is_as_wide_as_it_was_measured(size):
    family = export_family()
    painted = QFontMetricsF(font_for(family, size, 600)).horizontalAdvance("Serine 185, exon 5")
    assert painted == pytest.approx(measure_for(family)("Serine 185, exon 5", size, 600), rel=0.02)


@pytest.mark.usefixtures("qapp")
def test_files_are_set_in_the_first_family_that_is_there():
    present = set(QFontDatabase.families())
    wanted = [family for family in FILE_FAMILIES if family in present]
    assert export_family() == (wanted[0] if wanted else export_family())


def test_nothing_is_made_where_an_application_runs(qapp: QApplication):
    ensure_gui()
    assert QApplication.instance() is qapp


def test_fonts_work_without_a_display():
    code = (
        "from atlasview.render.fonts import ensure_gui, export_family, measure_for\n"
        "ensure_gui(); ensure_gui()\n"
        "print(measure_for(export_family())('IL7R', 7.0, 400))\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=_bare())
    assert 5 < float(done.stdout) < 30
    assert done.stderr == ""


def _bare() -> dict[str, str]:
    import os

    return {
        key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    }
