"""The tour: a way through an organization's own records for somebody who has thirty minutes."""
