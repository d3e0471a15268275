"""The one door through which Markdown becomes safe HTML, within a time budget."""
