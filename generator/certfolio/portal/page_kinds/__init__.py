"""One module for each kind of page: its view, and the pages of that kind in an edition."""
