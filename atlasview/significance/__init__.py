"""Scores of cell significance from one's own single-cell data; imported by the command that computes them."""
