"""The report to be read says in which lines the records stand that were rejected."""

import re
from pathlib import Path

from atlasview.export.text.build import build_text
from tests.building.test_additions import built, entry


def test_a_rejection_says_its_first_lines(tmp_path: Path) -> None:
    path = tmp_path / "entries.txt"
    whole = [entry(100, accession=f"P1234{number}") for number in range(6)]
    wrong = {1, 2, 4, 5}
    broken = [re.sub("^ID .*", "ID   BROKEN", text) if at in wrong else text for at, text in enumerate(whole)]
    contradicting = entry(100, accession="P54321").replace("20 AA;", "21 AA;", 1).replace("20 AA.", "21 AA.", 1)
    path.write_text("".join([*broken, contradicting]), encoding="utf-8")
    report = built(tmp_path / "x.atlas", path)
    (file,) = report.files
    told = {reason: (times, fate) for times, fate, reason in file.told_reasons(9)}
    each = whole[0].count("\n")
    starts = ", ".join(f"{1 + each * at:,}" for at in (1, 2, 4))
    assert told[f"an ID line that is none (lines {starts}, …)"] == (4, "rejected")
    ((times, fate, reason),) = [one for one in file.told_reasons(9) if "ID line" not in one[2]]
    assert (times, fate) == (1, "rejected")
    assert reason.endswith(f" (line {1 + each * 6:,})")
    assert f"(lines {starts}, …)" in " ".join(build_text(report, 120).split())
