"""The ways of looking at a file: one module each, listed in `scan.SCANS`."""
