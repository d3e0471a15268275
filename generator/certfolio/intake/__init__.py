"""From content files to validated plain values, every value with its place in the file."""
