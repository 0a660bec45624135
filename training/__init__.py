"""What makes the model from the corpora: seeded, resumable, on two cores."""
