/** The hash of a text (FNV-1a over UTF-16 code units, 32 bits): small numbers that differ nearly always where texts do. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return hash;
}
