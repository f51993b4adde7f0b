"""The installed PySide6 keeps its count of references: some releases lose one at each call that returns nothing."""

import subprocess
import sys

CALLS = 100_000
PROGRAM = f"""
import sys
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rung = Signal(bool)

application = QApplication([])
label, bell, heard = QLabel(), Bell(), []
bell.rung.connect(heard.append)
before = sys.getrefcount(None), sys.getrefcount(True)
for number in range({CALLS}):
    label.setText("IL21")
    bell.rung.emit(True)
after = sys.getrefcount(None), sys.getrefcount(True)
assert len(heard) == {CALLS}
print(before[0] - after[0], before[1] - after[1] + len(heard))
"""


def test_a_hundred_thousand_calls_and_emits_survive():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    lost = [int(count) for count in done.stdout.split()]
    assert all(abs(count) < CALLS // 10 for count in lost), f"references lost to None and True: {lost}"
