"""Dialogs, each behind an `ask()` or `show_for()` classmethod."""
