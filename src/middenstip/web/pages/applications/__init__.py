"""An organisation asks to take part, and who may decides."""
