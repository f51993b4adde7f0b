"""The notebook: kept, backed up, restored, and trouble told."""

import sqlite3
import stat
from contextlib import closing
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import InvalidRequestError

from atlasview.notebook.backups import KEPT, backups_folder
from atlasview.notebook.opening import APPLICATION_ID, HEAD, REVISIONS, Notebook
from atlasview.notebook.own_variants import add_lines, clear_gene, own_lines, remove_lines
from atlasview.records.own_variant import OwnLine
from atlasview.records.trouble import Trouble

TODAY = date(2026, 11, 27)
GENE = "HGNC:6024"
LINES = [OwnLine("S185C", "", "p.Ser185Cys", "hgvs"), OwnLine("what?", "", "", "hgvs")]


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a # folder %41" / "notebook.sqlite"


def write(path, lines=LINES, day=TODAY):
    with Notebook(path, day, writes=True) as notebook:
        return add_lines(notebook, GENE, "hgvs", lines)


def read(path, day=TODAY):
    with Notebook(path, day, writes=False) as notebook:
        return [line.text for line in own_lines(notebook, GENE)], notebook.remark


def test_what_is_added_is_there_later_and_equal_lines_once(path):
    assert write(path) == 2
    assert write(path) == 0
    with Notebook(path, TODAY, writes=True) as notebook:
        first, second = own_lines(notebook, GENE)
        assert (first.text, first.change, first.form, second.text) == ("S185C", "p.Ser185Cys", "hgvs", "what?")
        assert first.added.endswith("+00:00")
        assert own_lines(notebook, "HGNC:1") == ()
        remove_lines(notebook, [first.id])
        assert [line.text for line in own_lines(notebook, GENE)] == ["what?"]
        clear_gene(notebook, GENE)
        assert own_lines(notebook, GENE) == ()
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("SELECT (SELECT count(*) FROM addition), (SELECT count(*) FROM own_variant)").fetchone() == (
            0,
            0,
        )


def test_what_is_removed_is_overwritten_in_the_file(path):
    write(path, [OwnLine("a secret of hers", "", "", "hgvs")])
    assert b"a secret of hers" in path.read_bytes()
    with Notebook(path, TODAY, writes=True) as notebook:
        clear_gene(notebook, GENE)
    assert b"a secret of hers" not in path.read_bytes()


def test_nobody_else_can_read_it(path):
    write(path)
    for file in (path, *backups_folder(path).iterdir()):
        assert stat.S_IMODE(file.stat().st_mode) & 0o077 == 0


def test_the_tables_are_those_that_the_program_maps_and_the_revision_is_the_newest(path):
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from atlasview.notebook import opening
    from atlasview.notebook.tables import Base

    write(path)
    config = Config()
    config.set_main_option("script_location", str(opening.Path(opening.__file__).with_name("migrations")))
    steps = [step.revision for step in ScriptDirectory.from_config(config).walk_revisions()]
    assert (steps[0], tuple(reversed(steps))) == (HEAD, REVISIONS)
    engine = opening._engine(path, writes=False)
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_a_relation_is_never_read_by_accident(path):
    from sqlalchemy import select

    from atlasview.notebook.tables import Addition

    write(path)
    with Notebook(path, TODAY, writes=False) as notebook, notebook.session() as session:
        addition = session.scalars(select(Addition)).first()
        with pytest.raises(InvalidRequestError):
            _ = addition.variants


def test_the_first_change_of_a_day_is_preceded_by_a_copy_and_seven_stay(path):
    days = [TODAY + timedelta(days=number) for number in range(KEPT + 3)]
    for number, day in enumerate(days):
        write(path, [OwnLine(f"line {number}", "", "", "hgvs")], day)
        write(path, [OwnLine(f"another {number}", "", "", "hgvs")], day)
    copies = sorted(backups_folder(path).iterdir())
    assert [copy.name for copy in copies] == [f"notebook-{day.isoformat()}.sqlite" for day in days[-KEPT:]]
    with closing(sqlite3.connect(copies[-1])) as newest:
        kept = [text for (text,) in newest.execute("SELECT text FROM own_variant")]
    assert f"another {len(days) - 2}" in kept
    assert f"line {len(days) - 1}" not in kept


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 400])
def test_a_damaged_notebook_is_restored_and_that_is_said(path, damage):
    write(path)
    write(path, [OwnLine("next day", "", "", "hgvs")], TODAY + timedelta(days=1))
    whole = path.read_bytes()
    path.write_bytes(damage or whole[: len(whole) // 2 // 4096 * 4096])
    lines, remark = read(path, TODAY + timedelta(days=2))
    assert lines == ["S185C", "what?"]
    assert "was damaged and is restored from its copy of" in remark
    assert "notebook-damaged-2026-11-29.sqlite" in remark
    assert (path.parent / "notebook-damaged-2026-11-29.sqlite").exists()
    assert read(path) == (["S185C", "what?"], "")


def test_a_damaged_notebook_without_a_copy_is_left_and_told(path):
    path.parent.mkdir()
    path.write_bytes(b"no database at all" * 400)
    with pytest.raises(Trouble, match="there is no sound copy") as trouble:
        read(path)
    assert trouble.value.where == str(path)
    assert path.read_bytes().startswith(b"no database")


def test_a_later_notebook_is_not_touched(path):
    write(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0099'")
    before = path.read_bytes()
    with pytest.raises(Trouble, match="later AtlasView"):
        write(path)
    assert path.read_bytes() == before


def test_the_file_of_another_program_is_not_touched(path):
    path.parent.mkdir()
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("CREATE TABLE recipes (cake TEXT)")
    with pytest.raises(Trouble, match="no notebook of AtlasView"):
        write(path)


def test_a_notebook_that_another_program_writes_is_told(path, monkeypatch):
    monkeypatch.setattr("atlasview.notebook.opening._PATIENCE", 0.05)
    write(path)
    with closing(sqlite3.connect(path, isolation_level=None)) as raw:
        raw.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Trouble, match="another program is writing"):
            write(path, [OwnLine("late", "", "", "hgvs")])


def test_a_notebook_that_cannot_be_written_can_be_read(path, monkeypatch):
    write(path)
    plain = sqlite3.connect

    def closed_off(target, *rest, **named):
        connection = plain(target, *rest, **named)
        connection.execute("PRAGMA query_only = ON")
        return connection

    monkeypatch.setattr("atlasview.notebook.opening.sqlite3.connect", closed_off)
    assert read(path)[0] == ["S185C", "what?"]
    with pytest.raises(Trouble, match="cannot be written") as trouble:
        write(path, [OwnLine("late", "", "", "hgvs")], TODAY)
    assert "late" not in str(trouble.value)


def test_a_home_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(Trouble, match="cannot be kept there"):
        write(tmp_path / "file" / "notebook.sqlite")


def test_an_old_notebook_is_copied_before_its_tables_change(path, monkeypatch):
    """A file that says that it is older; what the step would do to it stands in for the steps that are to come."""
    write(path)
    with closing(sqlite3.connect(path)) as raw, raw:
        raw.execute("UPDATE alembic_version SET version_num = '0000'")

    def step(file):
        with closing(sqlite3.connect(file)) as raw, raw:
            raw.execute("UPDATE alembic_version SET version_num = '0001'")

    monkeypatch.setattr("atlasview.notebook.opening.REVISIONS", ("0000", "0001"))
    monkeypatch.setattr("atlasview.notebook.opening._migrate", step)
    assert read(path)[0] == ["S185C", "what?"]
    copy = backups_folder(path) / "notebook-2026-11-27-revision-0000.sqlite"
    with closing(sqlite3.connect(copy)) as raw:
        assert raw.execute("SELECT version_num FROM alembic_version").fetchone() == ("0000",)


def test_what_is_written_gets_into_no_message(path):
    write(path)
    with Notebook(path, TODAY, writes=True) as notebook:
        with closing(sqlite3.connect(path)) as raw, raw:
            raw.execute("DROP TABLE own_variant")
            raw.execute("DROP TABLE addition")
        with pytest.raises(RuntimeError, match="SQLite says") as mistake:
            add_secret(notebook)
        assert "secret" not in str(mistake.value)
        assert mistake.value.__suppress_context__


def add_secret(notebook):
    from atlasview.notebook.tables import Addition

    with notebook.session() as session:
        session.add(Addition(gene="HGNC:6024-secret", form="secret", added="secret"))


def test_the_file_says_whose_it_is(path):
    write(path)
    with closing(sqlite3.connect(path)) as raw:
        assert raw.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
