"""What the process beside the window does for scores: looks at files of cells, and computes and writes the table."""

import threading
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlasview.building.aside import written_aside
from atlasview.building.watch import Progress, Watch
from atlasview.desktop.beside.serving import Say, serve
from atlasview.desktop.scoring.likely import holds_cells
from atlasview.desktop.scoring.messages import (
    CellWish,
    ColumnSeen,
    FileSeen,
    LabelSeen,
    LabelsSeen,
    Look,
    NamesRead,
    Nothing,
    ReadNames,
    Score,
    Scored,
    Seen,
    Surveyed,
    Terms,
    TypeEnd,
)
from atlasview.records.trouble import InputRefused, Stopped

if TYPE_CHECKING:
    from atlasview.significance.cell_types import CellOntology, Naming
    from atlasview.significance.compute import ContextScores
    from atlasview.significance.structure import Structure
    from atlasview.significance.survey import Survey, Wish

_NICER = 15
"""Threads of arrays on every core would hold up a window that has little more right to one."""
_FIRST_GENES = 5
_LINES = 2000
"""Lines of the table that are written before it is asked whether to go on."""


def run(orders: Connection, answers: Connection) -> None:
    """Take orders until the window goes."""
    serve(orders, answers, Clerk().obey, nicer=_NICER)


class Clerk:
    """Remembers between two orders what has not changed: the ontology, and what files say of themselves."""

    def __init__(self) -> None:
        self._ontology: CellOntology | None = None
        self._names_from: tuple[str, ...] = ()
        self._told: tuple[str, ...] = ()
        self._genes: frozenset[str] = frozenset()
        self._genes_of: tuple[str, ...] = ()
        self._structures: dict[tuple[object, ...], Structure] = {}

    def obey(self, order: Look | ReadNames | Score, say: Say, stop: threading.Event) -> None:
        """Do what an order wants."""
        if isinstance(order, ReadNames):
            from atlasview.building.cell_naming import read_map

            say(NamesRead(read_map(Path(order.path))))
        elif isinstance(order, Look):
            say(self._look(order.wish, say, stop))
        else:
            say(self._score(order, say, stop))

    # --- looking

    def _look(self, wish: CellWish, say: Say, stop: threading.Event) -> Surveyed | Nothing:
        from atlasview.significance.sizes import check
        from atlasview.significance.structure import common_columns, label_counts, likely
        from atlasview.significance.trial import measure

        ontology = self._names(wish)
        if self._told != self._names_from:
            self._told = self._names_from
            say(Terms(tuple(sorted(ontology.labels.items(), key=lambda pair: pair[1])), self._names_from[-1]))
        files, structures = [], []
        for path in _expanded(wish.files):
            _go_on(stop)
            try:
                structures.append(self._structure(path, wish, ontology))
                files.append(_file_seen(structures[-1]))
            except InputRefused as refused:
                files.append(FileSeen(str(path), reason=": ".join(filter(None, (refused.what, refused.remedy)))))
        columns = common_columns(structures)
        there = {column.name for column in columns}
        guess = {**likely(columns), **{key: name for key, name in wish.usual.items() if name in there}}
        say(Seen(tuple(files), tuple(map(_column_seen, columns)), _gene_columns(structures), guess))
        if not structures:
            return Nothing()
        own = _as_wish(wish, guess, tuple(one.path for one in structures))
        if own.cell_type:
            counts = label_counts(own.files, own.annotations, own.cell_type)
            say(LabelsSeen(tuple(_labels(counts, _naming(ontology, wish), wish))))
        _go_on(stop)
        found = _survey(own, _naming(ontology, wish))
        check(found)
        _go_on(stop)
        known = self._known(wish.atlas)
        return _surveyed(found, measure(found), sum(gene in known for gene in found.genes.ids))

    def _known(self, atlas: str) -> frozenset[str]:
        """What genes are called in the open atlas."""
        from atlasview.atlas.gene import names_of_genes
        from atlasview.atlas.reader import AtlasReader

        wanted = _stamp(atlas)
        if self._genes_of != wanted:
            with AtlasReader(Path(atlas)) as reader:
                self._genes, self._genes_of = names_of_genes(reader), wanted
        return self._genes

    def _names(self, wish: CellWish) -> "CellOntology":
        from atlasview.building.cell_naming import of_atlas, of_file

        wanted = _stamp(wish.ontology or wish.atlas)
        if self._ontology is None or wanted != self._names_from:
            if wish.ontology:
                self._ontology = of_file(Path(wish.ontology))
            else:
                from atlasview.atlas.reader import AtlasReader

                with AtlasReader(Path(wish.atlas)) as reader:
                    self._ontology = of_atlas(reader)
            self._names_from = wanted
            self._structures.clear()
        return self._ontology

    def _structure(self, path: Path, wish: CellWish, ontology: "CellOntology") -> "Structure":
        from atlasview.significance.structure import look_into

        key = (_stamp(str(path)), _stamp(wish.annotations))
        if key not in self._structures:
            table = Path(wish.annotations) if wish.annotations else None
            self._structures[key] = look_into(path, table, ontology)
        return self._structures[key]

    # --- scoring

    def _score(self, order: Score, say: Say, stop: threading.Event) -> Scored:
        from atlasview.significance.settings import Settings
        from atlasview.significance.trial import measure

        begun = time.monotonic()
        naming = _naming(self._names(order.wish), order.wish)
        found = _survey(_as_wish(order.wish, {}, tuple(_expanded(order.wish.files))), naming)
        settings = Settings(order.dataset, order.licence, order.bootstrap, jobs=order.jobs)
        pace = measure(found)
        share = pace.reading / max(pace.seconds(order.bootstrap, order.jobs), 1e-9)
        made = _Made()
        with written_aside(order.target, "table") as aside, aside.open("w", encoding="utf-8", newline="\n") as table:
            for at, line in enumerate(made.lines(found, settings, Watch(say, stop.is_set), min(share, 0.9))):
                table.write(f"{line}\n")
                if not at % _LINES:
                    _go_on(stop)
        return made.told(found, order.target, time.monotonic() - begun)


class _Made:
    """Counts what is scored while the table is written."""

    def __init__(self) -> None:
        self.contexts: list[tuple[str, int, int]] = []
        self.types: list[TypeEnd] = []
        self.genes = 0

    def lines(self, found: "Survey", settings: Any, watch: Watch, reading: float) -> Iterator[str]:
        from atlasview.significance import watch as watching
        from atlasview.significance.compute import compute
        from atlasview.significance.table import lines

        watch.tell("beginning", 0.0)
        computed = compute(found, settings, watching.Watch(watch.tell), reading)
        yield from lines(found, settings, self._counted(found, computed))

    def _counted(self, found: "Survey", computed: "Iterator[ContextScores]") -> "Iterator[ContextScores]":
        import numpy as np

        for one in computed:
            csi = one.scores.values["csi"]
            self.contexts.append((one.context, len(csi), int((~np.isnan(csi)).sum())))
            if len(self.contexts) == 1:
                self.genes = int(one.scores.tested.sum())
                self.types = [_type_end(found, one, at) for at in range(len(csi))]
            yield one

    def told(self, found: "Survey", target: Path, seconds: float) -> Scored:
        from atlasview.significance.findings import limits, text

        rows = sum(rows for _context, _types, rows in self.contexts)
        told = [text(found), f"{rows:,} rows, {self.genes:,} genes scored: {target}\n"]
        told += [f"{context}: {types:,} cell types, {own:,} rows\n" for context, types, own in self.contexts]
        told += [f"{one.term} {one.name}, first by CSI: {', '.join(one.genes)}\n" for one in self.types if one.genes]
        return Scored(
            *(str(target), target.stat().st_size, rows, self.genes, tuple(self.contexts), tuple(self.types)),
            *(tuple(limits(found)), seconds, "".join(told).encode("utf-8")),
        )


# --- what is said


def _go_on(stop: threading.Event) -> None:
    if stop.is_set():
        raise Stopped


def _stamp(path: str) -> tuple[str, ...]:
    """A file by its path and what changes when it is written anew."""
    if not path:
        return ("",)
    try:
        told = Path(path).stat()
    except OSError:
        return ("gone", path)
    return (str(told.st_mtime_ns), str(told.st_size), path)


def _expanded(files: tuple[str, ...]) -> Iterator[Path]:
    """Files and 10x folders as they are; of any other folder the files of cells in it, and the 10x folders."""
    for path in map(Path, files):
        if not path.is_dir() or holds_cells(path):
            yield path
            continue
        yield from [one for one in sorted(path.iterdir()) if holds_cells(one)] or [path]


def _file_seen(one: "Structure") -> FileSeen:
    matrices = tuple((matrix, str(kind)) for matrix, kind in one.matrices)
    return FileSeen(str(one.path), one.form, one.cells, one.genes, matrices, one.wants_table)


def _column_seen(one: Any) -> ColumnSeen:
    return ColumnSeen(one.name, one.labels, one.missing, one.contexts, one.examples)


def _gene_columns(files: "list[Structure]") -> tuple[str, ...]:
    if not files:
        return ()
    return tuple(name for name in files[0].gene_columns if all(name in one.gene_columns for one in files))


def _as_wish(wish: CellWish, likely: "dict[str, str]", files: tuple[Path, ...]) -> "Wish":
    from atlasview.significance.survey import Wish

    def column(name: str) -> str:
        asked = getattr(wish, name)
        return likely.get(name, "") if asked is None else str(asked)

    table = Path(wish.annotations) if wish.annotations else None
    own = (column("cell_type"), "" if wish.one_donor else column("donor"), column("context"))
    return Wish(files, table, *own, wish.matrix, "", wish.total, wish.genes, wish.one_donor)


def _naming(ontology: "CellOntology", wish: CellWish) -> "Naming":
    from atlasview.significance.cell_types import Naming

    return Naming(ontology, wish.names)


def _survey(own: "Wish", naming: "Naming") -> "Survey":
    from atlasview.significance.survey import survey

    return survey(own, naming)


def _labels(counts: dict[str, int], naming: "Naming", wish: CellWish) -> Iterator[LabelSeen]:
    names = naming.ontology.labels
    for label in sorted(counts, key=lambda label: (-counts[label], label)):
        term = naming.term(label, counts[label])
        yield LabelSeen(label, counts[label], term, names.get(term, ""), label in wish.names)


def _surveyed(found: "Survey", pace: Any, known: int) -> Surveyed:
    from atlasview.significance.findings import limits

    return Surveyed(
        values=tuple(f"{one.path.name}: {one.values}" for one in found.readings),
        cells=sum(one.cells for one in found.readings),
        used=int(sum((group >= 0).sum() for group in found.group)),
        genes=len(found.genes.ids),
        known=known,
        types=len(found.groups.cell_types),
        donors=found.donor_count,
        contexts=found.groups.contexts,
        single=found.cells_as_observations,
        limits=tuple(limits(found)),
        pace=pace,
    )


def _type_end(found: "Survey", one: "ContextScores", at: int) -> TypeEnd:
    import numpy as np

    term = found.groups.cell_types[one.profiles.cell_types[at]]
    csi = one.scores.values["csi"][at]
    best = [int(gene) for gene in np.argsort(-np.nan_to_num(csi, nan=-np.inf), kind="stable")[:_FIRST_GENES]]
    names = tuple(found.genes.symbols[gene] or found.genes.ids[gene] for gene in best if csi[gene] > 0)
    own, others = int(one.scores.own[at]), int(one.scores.others[at])
    return TypeEnd(term, found.naming.ontology.labels.get(term, ""), own, others, int(one.profiles.cells[at]), names)


PASSING = (Progress, Terms, Seen, LabelsSeen)
"""Answers on the way."""
