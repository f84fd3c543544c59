"""Case studies, what people who are part of them say, and the agreement texts."""
