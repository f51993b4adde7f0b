"""The collector: the same public files give the same bytes."""

import os
import subprocess
import sys

from tests.db.starter import DATA, ROOT, SEEDS, STARTER, needs_shared


@needs_shared
def test_collecting_again_gives_the_tables_of_the_checkout(tmp_path):
    command = [sys.executable, str(ROOT / "db" / "collect_starter.py"), str(DATA), str(SEEDS), "--into", str(tmp_path)]
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    made = {path.name: path.read_bytes() for path in tmp_path.glob("*.tsv")}
    held = {path.name: path.read_bytes() for path in STARTER.glob("*.tsv")}
    assert sorted(made) == sorted(held)
    assert [name for name in made if made[name] != held[name]] == []
    assert "left out" in done.stdout
