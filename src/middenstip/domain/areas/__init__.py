"""Gebieden: where things happen. Gemeente, wijk and buurt with their CBS codes, and areas people draw.

Keeps names, outlines and open figures, each with source and year. It does not know who lives or works
there (`parties`) nor what happens there (`initiatives`), and it never fills in a figure that is missing.
"""
