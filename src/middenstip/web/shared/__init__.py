"""Code that all pages share: the reader and their hat, the frame of a page, refusals, paging, drawing."""
