"""Queries for reports: the story of an initiative and the news of an area."""

from middenstip.domain.reports.selectors.sentences import SILENT, TOLD, words_for
from middenstip.domain.reports.selectors.story import Line, news_in, story_of, told

__all__ = ["SILENT", "TOLD", "Line", "news_in", "story_of", "told", "words_for"]
