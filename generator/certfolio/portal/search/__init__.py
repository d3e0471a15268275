"""The search of a portal: everything a reader may look for, as an index a small script adds up."""
