"""Where an area stands (nulmeting): figures with their source, and a scan that is repeated."""
