<<<<<<< HEAD
"""What all pages share: who is at the door, the frame around a page, refusals, paging, drawing."""
=======
"""What pages share: drawings, dates, forms. Pages may lean on this; this leans on no page."""
>>>>>>> frontend
