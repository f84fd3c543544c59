"""Areas (gebieden): gemeente, wijk and buurt with their CBS codes, and areas that people draw.

Keeps names, outlines and open figures, each with source and year. It does not know who lives or works in an
area (`parties`) nor what happens in it (`initiatives`), and it never estimates a missing figure.
"""
