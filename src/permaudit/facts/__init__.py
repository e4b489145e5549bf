"""What the package says about itself: permissions, special access, components, settings, signers, and its files."""
