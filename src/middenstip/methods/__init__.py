"""The cellar: pure methods that connect, weigh and count.

No Django, no clock, no hidden randomness. Frozen dataclasses go in and come out, and the
explanation is part of the result. The packages know nothing of each other; they share only `reading`:
how words, numbers and tables are read.
"""
