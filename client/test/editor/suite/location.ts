// The test library, in its edition for browsers, looks for its options in the page's address. Node has none.

if (!("location" in globalThis)) Object.assign(globalThis, { location: { search: "" } });

export {};
