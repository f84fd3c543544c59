"""A hall full of phones: everybody answers one pitch within a minute, and asks at a gathering."""
