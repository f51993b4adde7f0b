"""How the scores of a figure are called: whose they are, in which context, and which others there would be."""

from collections.abc import Iterable, Mapping, Sequence

from atlasview.records.source import AtlasLabel, Source


def scores_line(dataset: str, keys: Iterable[str], sources: Mapping[str, Source], atlas: AtlasLabel) -> str:
    """`My study · Cell significance scores 2026-11-27 · human 2026.11`, for the foot of a figure.

    Tables of one's own share the name of their source: the data set tells them apart. It is left out where the name of
    the source begins with it.
    """
    labels = dict.fromkeys(source.label for key in keys if (source := sources.get(key)))
    told = any(label.casefold().startswith(dataset.casefold()) for label in labels)
    return " · ".join((*((dataset,) if dataset and not told else ()), *labels, str(atlas)))


def others_note(sets: Sequence[tuple[str, str]], labels: Mapping[str, str]) -> list[str]:
    """`shown is Overall of One; there is also blood of One`: the first of some contexts and data sets, and the rest.

    Nothing where there is no other one. `labels` are the names of contexts by their identifiers.
    """
    shown, *others = (f"{labels.get(context) or context} of {dataset}" for context, dataset in sets)
    return [f"shown is {shown}; there is also {'; '.join(others)}"] if others else []
