"""The synthetic bank: many grammatical, meaningless materials for benchmarks."""
