"""Reads of reports: the story of an initiative, the news of an area, and the printable report."""

from middenstip.domain.reports.selectors.report import Report, report_of
from middenstip.domain.reports.selectors.sentences import SENTENCES, SILENT
from middenstip.domain.reports.selectors.story import Line, news_in, story_of, told

__all__ = ["SENTENCES", "SILENT", "Line", "Report", "news_in", "report_of", "story_of", "told"]
