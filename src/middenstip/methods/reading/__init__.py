"""How every method reads what people wrote: words, numbers and tables.

The one thing the methods share. It knows no method, so a method still stands on its own: words are
compared in one form, Dutch and English numbers are told apart, and a table may come from any spreadsheet.
"""

from .numbers import NoNumber, Unclear, argument, number_of, whole
from .table import Block, InputError, blocks
from .text import same_name, same_words, tidy

__all__ = [
    "Block",
    "InputError",
    "NoNumber",
    "Unclear",
    "argument",
    "blocks",
    "number_of",
    "same_name",
    "same_words",
    "tidy",
    "whole",
]
