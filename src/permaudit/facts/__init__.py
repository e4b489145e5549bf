"""What the package says about itself: permissions, special access and components, from the manifest alone."""
