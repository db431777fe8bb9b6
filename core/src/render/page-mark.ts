// How a page says that it was made by us, so that it may be made again in its place.

/** What a page names as its generator. */
export const generator = "Board Papers";

/** Whether a text is a page that says so. */
export function isPage(text: string): boolean {
  return /<meta name="generator" content="Board Papers">/.test(text.slice(0, 4000));
}
