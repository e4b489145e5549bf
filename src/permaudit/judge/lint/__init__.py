"""What `permaudit rules lint` finds in rules that can be read, but say nothing, too much, or it badly."""
