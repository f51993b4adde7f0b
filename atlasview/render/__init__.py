"""Figures painted on any Qt paint device, and the fonts they are measured with. QtGui only, no widgets."""
