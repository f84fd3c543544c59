"""What all pages share: who is at the door, the frame around a page, refusals, paging, drawing."""
