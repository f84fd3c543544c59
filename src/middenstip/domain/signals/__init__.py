"""Signals (signalen): what holds initiatives up, sent to a seat that must answer within a term.

The same obstacle of several people is bundled, and every reporter gets the answer. New policy goes the other
way: it is sent to the initiatives it touches, which may answer.
"""
