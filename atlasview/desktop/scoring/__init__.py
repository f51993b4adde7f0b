"""The dialog for scores from one's own cells, and the process beside the window that computes them."""
