/** Prints a page into a PDF; or a sentence that says why that cannot be done. */
export type Printer = (
  html: string,
) => Promise<
  | { readonly kind: "pdf"; readonly bytes: Uint8Array }
  | { readonly kind: "failed"; readonly sentence: string }
>;
