"""The record in a browser: addresses and templates over pages, each page with the same as JSON at its address."""
