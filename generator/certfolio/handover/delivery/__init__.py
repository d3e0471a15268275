"""Takes a package where it has to go: what each way allows, and volumes where it is too big."""
