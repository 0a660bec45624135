"""`python -m onrecord` does what the `onrecord` command does."""

from onrecord.cli import main

if __name__ == "__main__":
    main()
