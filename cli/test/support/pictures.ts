// The smallest pictures of each kind that a page shows: one dot.

/** By the name of the kind in its media type. */
export const pictures = {
  png: bytes("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="),
  gif: bytes("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"),
  webp: bytes("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA"),
  jpeg: bytes(
    "/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAAA//EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AP//Z",
  ),
  // Its head alone, by which it is known.
  avif: bytes("AAAAIGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZk1BMUI="),
} as const;

function bytes(base64: string): Uint8Array {
  return Buffer.from(base64, "base64");
}
