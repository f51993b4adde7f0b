"""What a figure shows: which scores of a gene, which transcript, or which isoform and part of a protein."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from atlasview.desktop.dialogs.check_box import CheckBox
from atlasview.desktop.dialogs.form import Form
from atlasview.desktop.panels.drop_down import DropDown
from atlasview.desktop.theme import Theme
from atlasview.export.figure import Drawable
from atlasview.export.figure_request import FigureRequest
from atlasview.figures.expression_rows import ORDERS, datasets_of, names_of
from atlasview.figures.feature_words import shortened
from atlasview.figures.gene_structure import SCALES
from atlasview.figures.heatmap_grid import ARRANGEMENTS
from atlasview.figures.landscape_rows import GROUPS
from atlasview.figures.scatter_pairs import common_sets
from atlasview.records.expression import KINDS
from atlasview.records.numbering import chains_of
from atlasview.records.pathway import ScoredPathways
from atlasview.records.place import Residues
from atlasview.records.profile import GeneProfile, Profile, ProteinDetail, ProteinProfile, ScoredCell
from atlasview.records.scored_genes import ScoredGenes
from atlasview.records.significance import METRICS, metric_value
from atlasview.records.transcript import drawn_first
from atlasview.records.two_cell_types import TwoCellTypes

_BETWEEN = "\t"
_LONGEST = 32
_WHOLE, _PART = "whole", "part"
_AS_SHOWN, _AS_FITS = "shown", "fits"


class FigureContent(QWidget):
    """Only choices that there are; without any it takes no room. `changed` when another one is made."""

    changed = Signal()

    def __init__(self, theme: Theme, profile: Drawable, request: FigureRequest) -> None:
        super().__init__()
        self._theme = theme
        self._form = Form(theme)
        self._residues: Residues | None = request.residues
        self._drop_downs: dict[str, DropDown] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._form)
        if isinstance(profile, ScoredGenes):
            self._offer_scores([one for gene in profile.genes for one in gene.scores], request)
            arrangements = [(key, words.capitalize()) for key, words in ARRANGEMENTS.items()]
            self._offer("order", "Rows and columns", arrangements, request.order or next(iter(ARRANGEMENTS)))
        elif isinstance(profile, TwoCellTypes):
            self._offer_sets(profile, request)
        elif isinstance(profile, ScoredPathways):
            tiles = [("", "Pathways"), ("genes", "Genes"), *((one.id, one.name) for one in profile.pathways)]
            self._offer("within", "Tiles", tiles, request.within)
        elif request.view in ("landscape", "treemap"):
            self._offer_scores(profile.significance if isinstance(profile, GeneProfile) else (), request)
            if request.view == "landscape":
                groups = [(key, words.capitalize()) for key, words in GROUPS.items()]
                self._offer("order", "Bars", groups, request.order or next(iter(GROUPS)))
        elif request.view == "structure":
            self._offer_transcripts(profile, request)
        elif request.view == "expression":
            self._offer_values(profile, request)
        else:
            self._offer_sequences(profile, request)
        self.own = self._offer_own(request)
        self.setVisible(bool(self._drop_downs) or self.own is not None)

    def applied(self, request: FigureRequest) -> FigureRequest:
        """The request with what is chosen here."""
        chosen = {name: drop_down.choice() for name, drop_down in self._drop_downs.items()}
        context, _, dataset = chosen.get("scores", _BETWEEN.join((request.context, request.dataset))).partition(
            _BETWEEN
        )
        return replace(
            request,
            within=chosen.get("within", request.within),
            order=chosen.get("order", request.order),
            metric=chosen.get("metric", request.metric),
            context=context,
            dataset=chosen.get("dataset", dataset),
            chain=chosen.get("chain", request.chain),
            isoform=chosen.get("isoform", request.isoform),
            transcript=chosen.get("transcript", request.transcript),
            scale=chosen.get("scale", request.scale),
            own=request.own if self.own is not None and self.own.isChecked() else (),
            residues=None if chosen.get("residues") == _WHOLE else self._residues,
            opened=request.opened if chosen.get("folding") != _AS_FITS else frozenset(),
            closed=request.closed if chosen.get("folding") != _AS_FITS else frozenset(),
            find=request.find if chosen.get("find") != "" else None,
        )

    def _offer_scores(self, rows: Sequence[ScoredCell], request: FigureRequest) -> None:
        known = [key for key in METRICS if any(metric_value(row.scores, key) is not None for row in rows)]
        self._offer("metric", "Metric", [(key, METRICS[key]) for key in known], request.metric)
        scores = {
            _BETWEEN.join((row.context.id, row.scores.dataset)): (
                f"{row.context.label or row.context.id}, {row.scores.dataset}"
            )
            for row in rows
        }
        asked = _BETWEEN.join((request.context, request.dataset))
        self._offer("scores", "Scores", list(scores.items()), asked)

    def _offer_sets(self, two: TwoCellTypes, request: FigureRequest) -> None:
        scores = [gene.scores for gene in two.page.genes if gene.scores is not None]
        known = [key for key in METRICS if any(metric_value(one, key) is not None for one in scores)]
        self._offer("metric", "Metric", [(key, METRICS[key]) for key in known], request.metric)
        sets = [(_BETWEEN.join(key), words) for key, words in common_sets(two).items()]
        self._offer("scores", "Scores", sets, _BETWEEN.join((request.context, request.dataset)))

    def _offer_transcripts(self, profile: Profile, request: FigureRequest) -> None:
        rows = sorted(profile.transcripts, key=drawn_first) if isinstance(profile, GeneProfile) else []
        known = [(one.id, ", ".join((one.id, *one.marks))) for one in rows]
        self._offer("transcript", "Transcript", known, request.transcript or (known[0][0] if known else ""))
        self._offer("scale", "Introns", list(SCALES.items()), request.scale)

    def _offer_values(self, profile: Profile, request: FigureRequest) -> None:
        rows = profile.expression if isinstance(profile, GeneProfile) else ()
        known = {name: f"{KINDS[one.kind]}: {name}" for one, name in names_of(datasets_of(rows)).items()}
        self._offer("dataset", "Data set", list(known.items()), request.dataset)
        self._offer("order", "Bars", [(key, words.capitalize()) for key, words in ORDERS.items()], request.order)

    def _offer_sequences(self, profile: Profile, request: FigureRequest) -> None:
        detail = _protein(profile)
        isoforms = [each for each in detail.isoforms if each.sequence or each.canonical] if detail else []
        # On the page of a gene the canonical isoform is what is drawn unless another one is named.
        unnamed = isinstance(profile, GeneProfile)
        known = [("" if unnamed and each.canonical else each.id, f"{each.name} ({each.id})") for each in isoforms]
        page = profile.isoform if isinstance(profile, ProteinProfile) else ""
        self._offer("isoform", "Isoform", known, request.isoform or page or (known[0][0] if known else ""))
        chains = chains_of(detail) if detail else ()
        numbers = [("", "UniProt"), *((one.key, f"UniProt and {one.name} ({one.start}–{one.end})") for one in chains)]
        self._offer("chain", "Numbering", numbers, request.chain)
        if self._residues is not None:
            parts = [(_WHOLE, "Whole sequence"), (_PART, f"Residues {self._residues}")]
            self._offer("residues", "Part", parts, _PART)
        if request.opened or request.closed:
            folding = [(_AS_SHOWN, "As in the window"), (_AS_FITS, "As their lanes fit")]
            self._offer("folding", "Tracks", folding, _AS_SHOWN)
        if request.find is not None:
            found = shortened(str(request.find), _LONGEST)
            self._offer("find", "Found", [(_AS_SHOWN, found), ("", "Not drawn")], _AS_SHOWN)

    def _offer_own(self, request: FigureRequest) -> CheckBox | None:
        """A box, never ticked beforehand, for variants of the user's own; without it they are in no file."""
        if not request.own or request.view != "variants":
            return None
        count = len(request.own)
        box = CheckBox(self._theme, f"Include {count:,} variant{'s' if count > 1 else ''} of my own")
        box.setObjectName("figure-own")
        box.setToolTip("They are drawn, and the recipe inside the file holds them")
        box.toggled.connect(lambda _ticked: self.changed.emit())
        self._form.add("", box)
        return box

    def _offer(self, name: str, label: str, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """A drop-down where there is a choice; what is asked for stays where there is none."""
        if len(choices) < 2:
            return
        drop_down = DropDown(self._theme, label, choices)
        drop_down.setObjectName(f"figure-{name}")
        drop_down.choose(chosen)
        drop_down.chosen.connect(lambda _key: self.changed.emit())
        self._drop_downs[name] = drop_down
        self._form.add("", drop_down)


def _protein(profile: Profile) -> ProteinDetail | None:
    if isinstance(profile, ProteinProfile):
        return profile.detail
    return profile.proteins[0] if isinstance(profile, GeneProfile) and profile.proteins else None
