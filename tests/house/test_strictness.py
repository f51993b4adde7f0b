"""The checks that hold for every test fail a test that deserves it."""

import os

import pytest

from tests.conftest import CHECKOUT

pytest_plugins = ["pytester"]

OPTIONS = ["-p", "no:cacheprovider", "--rootdir=.", "-o", "filterwarnings=error", "-o", "qt_log_level_fail=WARNING"]


@pytest.fixture
def verdict(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch):
    """Run the body of a test under the project's own conftest; what pytest printed, and whether the test passed."""
    pytester.makeconftest((CHECKOUT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(CHECKOUT)]))

    def run(body: str) -> tuple[bool, str]:
        pytester.makepyfile(f"def test_it(request, caplog):\n    {body}\n")
        result = pytester.runpytest_subprocess(*OPTIONS)
        outcomes = result.parseoutcomes()
        return not outcomes.get("failed") and not outcomes.get("errors"), result.stdout.str()

    return run


def test_a_test_without_fault_passes(verdict):
    assert verdict("assert True")[0]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("import warnings; warnings.warn('careless')", "careless"),
        ("import logging; logging.getLogger('room').warning('smoke')", "WARNING room smoke"),
        ("from PySide6.QtCore import qWarning; qWarning('grumble')", "grumble"),
        (
            "from PySide6.QtCore import QThread; request.session.kept = QThread(); request.session.kept.start()",
            "test_it",
        ),
        (
            "import threading, time; threading.Thread(target=time.sleep, args=(4,), daemon=True).start()",
            "threading.Thread(target=time.sleep",
        ),
    ],
)
def test_a_fault_fails_and_is_named(verdict, body, said):
    passed, printed = verdict(body)
    assert not passed
    assert said in printed


def test_a_log_record_that_the_test_has_looked_at_is_no_fault(verdict):
    assert verdict("import logging; logging.warning('expected'); assert caplog.records; caplog.clear()")[0]
