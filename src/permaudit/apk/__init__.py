"""Bytes into structures: containers, manifests, resources and signers, without opinions."""
