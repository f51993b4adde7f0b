"""Which features colour the letters of a sequence: stretches behind them, dots for single residues below them."""

from dataclasses import dataclass

from atlasview.figures.feature_kinds import DOMAIN_LIKE, FeatureKind, kind_of
from atlasview.figures.feature_words import evidence_line, label_of
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lanes import pack
from atlasview.figures.lettering import Key
from atlasview.figures.residues import residue_name

_STRETCHES = DOMAIN_LIKE | {"SIGNAL", "TRANSIT", "TRANSMEM", "INTRAMEM", "MOTIF", "PROPEP", "COILED"}
_SITES = frozenset({"ACT_SITE", "BINDING", "SITE", "METAL", "NON_STD"})
_DOTS = _SITES | {"CARBOHYD", "MOD_RES", "LIPID", "CROSSLNK", "DISULFID"}
_MOST_LANES = 3


@dataclass(frozen=True, slots=True)
class Stretch:
    """A feature behind letters; `lane` is that of its underline."""

    placed: Placed
    colour: str
    lane: int


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark below one letter."""

    placed: Placed
    position: int
    colour: str


@dataclass(frozen=True, slots=True)
class Colouring:
    """All that colours a sequence; stretches longest first, so that the shorter lie over the longer."""

    stretches: tuple[Stretch, ...]
    dots: tuple[Dot, ...]
    lanes: int


def colouring(shown: Shown) -> Colouring:
    """Stretches in lanes without overlap (three at most, longest first) and dots, of the shown sequence."""
    chosen = [each for each in shown.placed if each.feature.type in _STRETCHES]
    lanes = pack([(each.start, each.end) for each in chosen])
    stretches = [
        Stretch(each, _kind(each).ink.strong, lane)
        for each, lane in zip(chosen, lanes, strict=True)
        if lane < _MOST_LANES
    ]
    stretches.sort(key=lambda stretch: stretch.placed.start - stretch.placed.end)
    dots = [
        Dot(each, position, _kind(each).ink.strong)
        for each in shown.placed
        if each.feature.type in _DOTS
        for position in dict.fromkeys((each.start, each.end))
        if each.feature.type == "DISULFID" or each.end - each.start < 3
    ]
    return Colouring(tuple(stretches), tuple(dots), max((stretch.lane + 1 for stretch in stretches), default=0))


def colouring_keys(drawn: Colouring) -> list[Key]:
    """The legend: one entry for each class that colours letters or stands below them."""
    keys: dict[str, Key] = {}
    for stretch in drawn.stretches:
        kind = _kind(stretch.placed)
        word = {"domain": "Domain", "motif": "Motif"}.get(kind.ink_key, kind.word)
        keys.setdefault(kind.ink_key, Key("bar", kind.ink, word))
    for dot in drawn.dots:
        kind = _kind(dot.placed)
        keys.setdefault(f"dot {kind.ink_key}", Key("circle", kind.ink, _dot_word(dot, kind.track)))
    return list(keys.values())


def feature_over(shown: Shown, position: int) -> Placed | None:
    """The shortest stretch or site that holds a residue, None where none does."""
    over = [each for each in shown.placed if each.start <= position <= each.end and _counts(each, position)]
    return min(over, key=lambda each: each.end - each.start, default=None)


def residue_card(shown: Shown, position: int) -> tuple[str, ...]:
    """Lines of the hover card of a residue: its name, what it lies in, and how the closest feature is known."""
    name, *rest = phrases_at(shown, position, most=4)
    closest = feature_over(shown, position)
    known = evidence_line(closest.feature.evidence) if closest else ""
    words = ", ".join(rest)
    return tuple(line for line in (name, words[:1].upper() + words[1:], known) if line)


def words_at(shown: Shown, position: int, most: int = 3) -> str:
    """`Serine 185, Fibronectin type-III domain` for the status bar and the screen reader."""
    return ", ".join(phrases_at(shown, position, most))


def phrases_at(shown: Shown, position: int, most: int = 3) -> list[str]:
    """A residue by name, with what else it is called (`Cysteine 31 (7 of Insulin B chain)`), and what it lies in."""
    also = shown.numbering.also(position)
    words = [residue_name(shown.sequence, position) + (f" ({also})" if also else "")]
    covering = [each for each in shown.placed if each.start <= position <= each.end and _counts(each, position)]
    covering.sort(key=lambda each: each.end - each.start)
    for each in covering:
        text = _spoken(each)
        if text not in words:
            words.append(text)
    return words[: most + 1]


def _counts(each: Placed, position: int) -> bool:
    """A bond touches its two ends only; chains and differences say little of one residue."""
    if each.feature.type == "DISULFID":
        return position in (each.start, each.end)
    return each.feature.type in _STRETCHES | _DOTS | {"TOPO_DOM", "PEPTIDE", "HELIX", "STRAND", "TURN", "REGION"}


def _spoken(each: Placed) -> str:
    label, kind = label_of(each.feature), _kind(each)
    if each.feature.type == "DOMAIN" and "domain" not in label.lower():
        return f"{label} domain"
    if each.feature.type == "DISULFID":
        ends = "" if each.start == each.end else f" {each.start}–{each.end}"
        return f"disulfide bond{ends}"
    if each.feature.type == "MOTIF":
        return f"{label} motif"
    if each.feature.type in ("HELIX", "STRAND", "TURN", "SIGNAL", "TRANSMEM"):
        return f"{kind.word.lower()} {each.start}–{each.end}"
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


def _dot_word(dot: Dot, track: str) -> str:
    if dot.placed.feature.type in ("CARBOHYD", "DISULFID"):
        return kind_of(dot.placed.feature.type).word
    return "Modification" if track == "modifications" else "Site"


def _kind(each: Placed) -> FeatureKind:
    return kind_of(each.feature.type, each.feature.description)
