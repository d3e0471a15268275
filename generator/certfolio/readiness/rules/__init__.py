"""One module for each readiness rule; the table is in readiness.rule_table."""
