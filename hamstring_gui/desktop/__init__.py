"""What the program asks of the desktop around it: tones, a screen that stays on. Each falls silent where it can't."""
