"""What a file of evidence carries besides what one sees: bytes in, findings out."""
