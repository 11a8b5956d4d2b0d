"""What bears each statement: quotes found and numbered, formulas worked out, values that follow from the quotes."""
