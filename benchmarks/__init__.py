"""Measures the program against its budgets, beside floors measured in the same run: python3 dev.py bench [NAME...]."""
