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
from middenstip.domain.areas.services.joining import let_take_part
from middenstip.domain.areas.services.outline import outline_of_points, read_outline
from middenstip.domain.areas.services.removing import remove_area

__all__ = [
    "AreaData",
    "FigureData",
    "Imported",
    "OutlineData",
    "dissolve_outlines",
    "draw_area",
    "import_areas",
    "let_take_part",
    "outline_of_points",
    "read_outline",
    "remove_area",
]
