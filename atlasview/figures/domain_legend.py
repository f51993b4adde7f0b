"""The legend of a domain diagram, and the diagram in words."""

from collections import Counter
from collections.abc import Iterable, Mapping

from atlasview.figures.domain_bars import Bar
from atlasview.figures.domain_families import MOST_FAMILIES, MOST_NAMED, classes, family
from atlasview.figures.feature_kinds import FeatureKind, kind_of
from atlasview.figures.feature_words import joined_words, label_of, place_of
from atlasview.figures.isoforms import Placed, Shown
from atlasview.figures.lettering import Key
from atlasview.figures.palette import feature_ink
from atlasview.figures.residues import grouped
from atlasview.records.profile import ProteinDetail

_MOST_SPOKEN = 12
_GENERAL = {"domains": "Domains", "motifs": "Motifs, regions"}


def domain_keys(bars: list[Bar], placed: Iterable[Placed], letters: Mapping[str, str]) -> list[Key]:
    """One entry for each class that is drawn, in the order of the first of each; sugars and bonds last.

    letters  that stand under bars, by the names of their families
    """
    keys = [Key(_swatch(group[0].kind), group[0].kind.ink, _entry(group, letters)) for group in classes(bars)]
    placed = list(placed)
    sugars = [kind_of("CARBOHYD", each.feature.description) for each in placed if each.feature.type == "CARBOHYD"]
    bonds = [each for each in placed if each.feature.type == "DISULFID"]
    for kind, count in Counter(sugars).items():
        keys.append(Key(kind.shape, kind.ink, _counted(kind.word, count, "sites")))
    if bonds:
        keys.append(Key("bracket", feature_ink("disulfide"), _counted("Disulfide", len(bonds), "bonds")))
    return keys


def class_keys(bars: Iterable[Bar]) -> list[Key]:
    """One entry for each class of bars, by its words alone: `Signal peptide`, `Domain, repeat`."""
    groups = classes(list(bars))
    return [
        Key(
            _swatch(group[0].kind),
            group[0].kind.ink,
            joined_words(list(dict.fromkeys(each.kind.word for each in group))),
        )
        for group in groups
    ]


def unnamed(bars: list[Bar], letters: Mapping[str, str], legend: bool = True) -> tuple[str, ...]:
    """Names that neither stand in their bars nor can be found in the legend, by a letter or because they are few."""
    names: list[str] = []
    for group in classes(bars):
        families = Counter(family(each) for each in group)
        listed = [name for name in list(families)[:MOST_FAMILIES] if families[name] == 1]
        for each in group:
            name = family(each)
            in_legend = len(group) <= MOST_NAMED or name in listed or name in letters
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


def _swatch(kind: FeatureKind) -> str:
    return "bar" if kind.shape == "thin-bar" else kind.shape


def _entry(group: list[Bar], letters: Mapping[str, str]) -> str:
    """`Domain 131–231` where the name stands in the bar, `WSXWS 217–221, Box 1 272–280` where it does not."""
    kind = group[0].kind
    if len(group) <= MOST_NAMED:
        return ", ".join(_named(group))
    families = Counter(family(each) for each in group)
    if len(families) == 1:
        return f"{next(iter(families))} ({len(group)})"
    listed = [
        (f"{letters[name]}\u00a0=\u00a0" if name in letters else "") + (f"{name} ({count})" if count > 1 else name)
        for name, count in families.items()
    ]
    if len(listed) > MOST_FAMILIES:
        listed = [*listed[:MOST_FAMILIES], f"{len(listed) - MOST_FAMILIES} other kinds"]
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
