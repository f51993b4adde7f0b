import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QLineEdit

from atlasview.bundled import resource, tokens
from atlasview.desktop.stylesheet import style_sheet
from atlasview.desktop.theme import TEXT_SCALES, Theme, mixed, palette


def contrast(one, other):
    """WCAG 2 contrast of two opaque colours."""

    def luminance(colour):
        parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour.getRgbF()[:3]]
        return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_roles_are_those_of_the_tokens(qapp, mode):
    theme = Theme(mode=mode)
    for role, value in tokens()[mode].items():
        assert theme.colour(role) == QColor(value)
    assert theme.dark == (mode == "dark")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_palette_is_made_of_roles(qapp, mode):
    theme = Theme(mode=mode)
    made = palette(theme)
    assert made.color(QPalette.ColorRole.Window) == theme.colour("window")
    assert made.color(QPalette.ColorRole.Highlight) == theme.colour("selection")
    assert made.color(QPalette.ColorRole.Link) == theme.colour("accent")
    assert made.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text) == theme.faded("text")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_text_can_be_read_on_every_ground(qapp, mode):
    theme = Theme(mode=mode)
    for ground in ("window", "surface", "surface-raised", "selection", "hover", "warning-surface"):
        assert contrast(theme.colour("text"), theme.colour(ground)) >= 4.5
    for ground in ("window", "surface", "surface-raised"):
        assert contrast(theme.colour("text-muted"), theme.colour(ground)) >= 4.5
        assert contrast(theme.colour("problem"), theme.colour(ground)) >= 4.5


def test_data_colours_do_not_change_with_the_theme(qapp):
    light, dark = Theme(mode="light"), Theme(mode="dark")
    assert light.fill("feature", "domain") == dark.fill("feature", "domain") == QColor("#0072B2")
    assert light.fill("feature", "signal-peptide", "on") == QColor("#14171C")
    assert light.fill("feature", "helix").alpha() == 0
    assert light.fill("csi-class", "not-available").alpha() == 0
    with pytest.raises(KeyError):
        light.fill("feature", "wings")


def test_a_change_of_mode_reaches_the_application_and_is_told(qapp, theme, qtbot):
    with qtbot.waitSignal(theme.changed):
        theme.set_mode("dark")
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(tokens()["dark"]["window"])
    assert tokens()["dark"]["surface"].lower() in qapp.styleSheet()
    theme.set_mode("light")
    assert tokens()["dark"]["surface"].lower() not in qapp.styleSheet()
    with pytest.raises(ValueError, match="sepia"):
        theme.set_mode("sepia")


def test_the_system_is_followed_live_unless_a_mode_is_chosen(qapp):
    theme = Theme()
    theme.install(qapp)
    for scheme, dark in ((Qt.ColorScheme.Dark, True), (Qt.ColorScheme.Light, False)):
        QGuiApplication.styleHints().colorSchemeChanged.emit(scheme)
        assert theme.dark == dark
        assert qapp.palette().color(QPalette.ColorRole.Base) == theme.colour("surface")
    theme.set_mode("light")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert not theme.dark
    theme.deleteLater()


def test_text_and_spacing_grow_together_and_hairlines_stay(qapp):
    theme = Theme(mode="light")
    before = {name: theme.height(name) for name in tokens()["height"]}
    points = theme.font("body").pointSizeF()
    assert theme.px(18) == 18
    theme.set_text_scale(2.0)
    assert theme.font("body").pointSizeF() == pytest.approx(2 * points)
    for name, height in before.items():
        assert theme.height(name) == pytest.approx(2 * height, abs=1)
    assert theme.px(1) == 1
    assert theme.breakpoint("hide-side-panel-below") == pytest.approx(66 * 36, rel=0.02)


def test_text_size_goes_in_steps_and_stops_at_the_ends(qapp):
    theme = Theme(mode="light")
    for _ in TEXT_SCALES:
        theme.step_text_scale(1)
    assert theme.text_scale == TEXT_SCALES[-1]
    theme.set_text_scale(0.01)
    assert theme.text_scale == TEXT_SCALES[0]
    theme.step_text_scale(1)
    assert theme.text_scale == TEXT_SCALES[1]


@pytest.mark.parametrize("name", tokens()["type"])
def test_every_font_of_the_tokens_is_made(qapp, name):
    font = Theme(mode="light").font(name)
    kind = tokens()["type"][name]
    assert font.pointSizeF() == pytest.approx(kind["size"])
    assert font.weight() == kind["weight"]
    assert font.family() not in {"", "Sans Serif", "sans", "monospace"}


def test_the_font_of_sequences_is_fixed_and_that_of_text_is_not(qapp):
    from PySide6.QtGui import QFontMetricsF

    theme = Theme(mode="light")
    fixed = QFontMetricsF(theme.font("sequence"))
    assert fixed.horizontalAdvance("iiii") == fixed.horizontalAdvance("WWWW")
    text = QFontMetricsF(theme.font("body"))
    assert text.horizontalAdvance("iiii") < text.horizontalAdvance("WWWW")
    assert QFontInfo(theme.font("body")).family()


def test_the_style_sheet_uses_only_what_exists_and_leaves_no_placeholder(qapp):
    sheet = style_sheet(Theme(mode="dark"))
    assert "@" not in sheet
    assert "0px;" in sheet or "px" in sheet
    names = set(re.findall(r"@([a-z-]+)(?![a-z(-])", resource("themes/window.qss").read_text(encoding="utf-8")))
    assert names - {"name", "px", "height", "radius", "faded", "column-head"} <= set(tokens()["light"])


def test_a_field_with_the_focus_has_the_ring_of_the_theme(qapp, theme, qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, 30)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert field.grab().toImage().pixelColor(100, 1) == theme.colour("focus-ring")


def test_figures_on_the_screen_take_colours_from_the_theme(qapp):
    style = Theme(mode="dark").figure_style()
    assert style.ink == tokens()["dark"]["text"]
    assert style.ground == tokens()["dark"]["surface"]
    assert (style.row, style.lane, style.furniture) == (20.0, 22.0, False)


def test_disabled_colours_lie_between_text_and_ground():
    assert mixed(QColor("#000000"), QColor("#FFFFFF"), 0.55).lightness() == pytest.approx(115, abs=1)
