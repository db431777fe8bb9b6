// The test library, in its edition for browsers, looks for its options in the page's address. An extension host has none.

Object.assign(globalThis, { location: Reflect.get(globalThis, "location") ?? { search: "" } });

export {};
