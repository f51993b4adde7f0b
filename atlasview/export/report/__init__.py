"""A page to be read on paper: headings, paragraphs, facts, tables and figures, as HTML that needs nothing else."""

from atlasview.export.report.html import report_html
from atlasview.export.report.page import page_report
from atlasview.export.report.parts import Report

__all__ = ["Report", "page_report", "report_html"]
