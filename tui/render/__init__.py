"""Rich only, pure: values in, renderables out, for screens and commands alike."""
