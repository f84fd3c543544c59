"""What pages share: drawings, dates, forms. Pages may lean on this; this leans on no page."""
