"""The gallery of components, `/onderdelen/`: each with its empty and its worst case."""
