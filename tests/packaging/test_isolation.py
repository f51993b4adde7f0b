"""The packaged program is tried where it finds neither Python nor the checkout nor a network."""

import shutil
import sys
from pathlib import Path

import pytest

from make import isolation
from tests.conftest import CHECKOUT

CUT_OFF = isolation.best()
needs_namespaces = pytest.mark.skipif("namespace;" not in CUT_OFF.said, reason="namespaces are not allowed here")


def lines_of(script: str, folder: Path) -> list[str]:
    done = CUT_OFF.run("/bin/sh", "-c", script, folder=folder, seconds=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_the_environment_is_empty_but_for_a_home(tmp_path):
    found = dict(line.split("=", 1) for line in lines_of("/usr/bin/env", tmp_path))
    assert found.pop("ATLASVIEW_HOME") == str(tmp_path / "home")
    assert found.keys() <= {"PWD", "OLDPWD", "SHLVL", "_"}


@needs_namespaces
def test_checkout_and_python_are_covered_up(tmp_path):
    assert CHECKOUT in isolation.hidden_folders() or any(
        folder in CHECKOUT.parents for folder in isolation.hidden_folders()
    )
    for folder in isolation.hidden_folders():
        assert lines_of(f"ls -A '{folder}'", tmp_path) == []
    assert (CHECKOUT / "pyproject.toml").is_file()


@needs_namespaces
def test_there_is_no_network(tmp_path):
    devices = [line.split(":")[0].strip() for line in lines_of("cat /proc/net/dev", tmp_path)[2:]]
    assert set(devices) <= {"lo", "sit0", "ip6tnl0", "tunl0", "gre0", "gretap0", "erspan0", "ip_vti0", "ip6_vti0"}
    assert lines_of("cat /proc/net/route", tmp_path)[1:] == []


def test_where_namespaces_are_not_allowed_that_is_said(monkeypatch):
    which = shutil.which
    monkeypatch.setattr(shutil, "which", lambda name: None if name == "unshare" else which(name))
    assert "audit hook" in isolation.best().said


def test_a_python_that_is_everybodys_is_covered_up_in_part_only(monkeypatch):
    monkeypatch.setattr(sys, "base_prefix", "/usr")
    assert Path("/usr") not in isolation.hidden_folders()
