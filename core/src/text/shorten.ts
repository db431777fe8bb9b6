/** The words for a message: of more than `most` characters only the first, with a sign that there are more. */
export function shorten(words: string, most = 40): string {
  return words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words;
}
