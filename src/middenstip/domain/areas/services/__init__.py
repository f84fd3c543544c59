"""Writing areas: `import_areas` from open data, `dissolve_outlines`, and `draw_area` by hand."""

from middenstip.domain.areas.services.dissolving import dissolve_outlines
from middenstip.domain.areas.services.drawing import draw_area
from middenstip.domain.areas.services.importing import (
    AreaData,
    FigureData,
    Imported,
    OutlineData,
    import_areas,
)
from middenstip.domain.areas.services.outline import read_outline

__all__ = [
    "AreaData",
    "FigureData",
    "Imported",
    "OutlineData",
    "dissolve_outlines",
    "draw_area",
    "import_areas",
    "read_outline",
]
