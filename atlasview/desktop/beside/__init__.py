"""Long work in a process beside the window: the process, what it does with orders, and the dialogs that follow it."""
