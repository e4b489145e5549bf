"""`python -m permaudit` runs the command line."""

from permaudit.cli import main

if __name__ == "__main__":
    main()
