"""The legend of a domain diagram, and the diagram in words."""

from collections import Counter
from collections.abc import Iterable

from atlasview.figures.domain_bars import Bar
from atlasview.figures.domain_sites import kind_of_sugar
from atlasview.figures.feature_kinds import FeatureKind
from atlasview.figures.feature_words import family_of, label_of, place_of
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lettering import Key
from atlasview.figures.palette import feature_ink
from atlasview.figures.residues import grouped
from atlasview.records.profile import ProteinDetail

_MOST_NAMED = 4
_MOST_FAMILIES = 8
_MOST_SPOKEN = 12
_GENERAL = {"domains": "Domains", "motifs": "Motifs, regions"}


def domain_keys(bars: list[Bar], placed: Iterable[Placed]) -> list[Key]:
    """One entry for each class that is drawn, in the order of the first of each; sugars and bonds last."""
    keys = [Key(_swatch(group[0].kind), group[0].kind.ink, _entry(group)) for group in _classes(bars)]
    placed = list(placed)
    sugars = [kind_of_sugar(each) for each in placed if each.feature.type == "CARBOHYD"]
    bonds = [each for each in placed if each.feature.type == "DISULFID"]
    for atom in dict.fromkeys(sugars):
        word = "Glycosylation" if atom == "?" else f"{atom}-glycosylation"
        keys.append(Key("hexagon", feature_ink("glycosylation"), _counted(word, sugars.count(atom), "sites")))
    if bonds:
        keys.append(Key("bracket", feature_ink("disulfide"), _counted("Disulfide", len(bonds), "bonds")))
    return keys


def unnamed(bars: list[Bar], legend: bool = True) -> tuple[str, ...]:
    """Names that stand neither in their bars nor in the legend, which only counts the members of large classes."""
    names: list[str] = []
    for group in _classes(bars):
        families = Counter(family_of(each.placed.feature) for each in group)
        listed = [family for family in list(families)[:_MOST_FAMILIES] if families[family] == 1]
        for each in group:
            in_legend = len(group) <= _MOST_NAMED or family_of(each.placed.feature) in listed
            if not each.written and not (legend and in_legend):
                names.append(label_of(each.placed.feature))
    return tuple(dict.fromkeys(names))


def spoken(detail: ProteinDetail, view: Shown, bars: list[Bar]) -> str:
    """The diagram in a sentence for a screen reader."""
    parts = [f"{label_of(each.placed.feature)} {_place(each)}" for each in bars[:_MOST_SPOKEN]]
    if len(bars) > _MOST_SPOKEN:
        parts.append(f"{len(bars) - _MOST_SPOKEN} more")
    words = ", ".join(parts) or "no domains"
    return f"{detail.protein.name}, {grouped(view.length)} residues: {words}."


def _classes(bars: list[Bar]) -> list[list[Bar]]:
    """Bars that look alike, in the order of the first of each."""
    groups: dict[tuple[str, str], list[Bar]] = {}
    for each in bars:
        groups.setdefault((each.kind.ink_key, each.kind.shape), []).append(each)
    return list(groups.values())


def _swatch(kind: FeatureKind) -> str:
    return "bar" if kind.shape in ("thin-bar", "rounded-bar", "square-bar") else kind.shape


def _entry(group: list[Bar]) -> str:
    """`Domain 131–231` where the name stands in the bar, `WSXWS 217–221, Box 1 272–280` where it does not."""
    kind = group[0].kind
    if len(group) <= _MOST_NAMED:
        return ", ".join(_named(group))
    families: dict[str, int] = {}
    for each in group:
        family = family_of(each.placed.feature)
        family = each.kind.word if family[:1].isdigit() else family
        families[family] = families.get(family, 0) + 1
    if len(families) == 1:
        return f"{next(iter(families))} ({len(group)})"
    listed = [f"{name} ({count})" if count > 1 else name for name, count in families.items()]
    if len(listed) > _MOST_FAMILIES:
        listed = [*listed[:_MOST_FAMILIES], f"{len(listed) - _MOST_FAMILIES} other kinds"]
    mixed = len({each.kind.word for each in group}) > 1
    word = _GENERAL.get(kind.track, kind.plural) if mixed else kind.plural
    return f"{word}: {', '.join(listed)}"


def _named(group: list[Bar]) -> list[str]:
    """Each with its place; by class where every name stands in its bar, else by name."""
    by_class = all(each.written for each in group) or group[0].placed.feature.type == "TRANSMEM"
    names: list[str] = []
    before = ""
    for each in group:
        word = each.kind.word if by_class else label_of(each.placed.feature)
        names.append(_place(each) if word == before else f"{word} {_place(each)}")
        before = word
    return names


def _place(each: Bar) -> str:
    return place_of(each.placed.feature, each.start, each.end)


def _counted(word: str, count: int, noun: str) -> str:
    return word if count == 1 else f"{word}, {grouped(count)} {noun}"
