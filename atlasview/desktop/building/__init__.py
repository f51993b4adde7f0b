"""The dialog that builds an atlas, and the process beside the window that does the work."""
