"""Pure functions on text: normal forms, words, sentences, stems, shingles, overlap, names."""
