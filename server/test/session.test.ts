// The session by itself: what happens around a handler.

import { expect, test } from "vitest";
import {
  CancellationTokenSource,
  type Connection,
  LSPErrorCodes,
  ResponseError,
} from "vscode-languageserver";
import { Session } from "../src/session.js";

/** A session that has been started, and what it told the client's log. */
function startedSession(): { readonly session: Session; readonly logged: string[] } {
  const logged: string[] = [];
  const console = { error: (message: string) => logged.push(message) };
  const session = new Session({ console } as unknown as Connection, {});
  session.start({ capabilities: {}, rootUri: null });
  return { session, logged };
}

const { token } = new CancellationTokenSource();

test("a handler that throws loses its answer, and the client's log says why", () => {
  const { session, logged } = startedSession();
  const handler = session.handle("nothing", () => {
    throw new TypeError("That is no number.");
  });
  expect(handler({}, token)).toBe("nothing");
  expect(logged).toEqual([expect.stringContaining("That is no number.")]);
});

test("an error that is an answer is one", () => {
  const { session, logged } = startedSession();
  const handler = session.handle(null, () => {
    throw new ResponseError(LSPErrorCodes.ContentModified, "Too late.");
  });
  expect(() => handler({}, token)).toThrow("Too late.");
  expect(logged).toEqual([]);
});

test("a cancelled request is not begun", () => {
  const { session } = startedSession();
  const cancellation = new CancellationTokenSource();
  cancellation.cancel();
  let begun = false;
  const handler = session.handle(undefined, () => {
    begun = true;
  });
  expect(() => handler({}, cancellation.token)).toThrow("cancelled");
  expect(begun).toBe(false);
});
