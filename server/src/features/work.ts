import { type Work, type WorkParams, workMethod } from "../protocol.js";
import { listFindings } from "./diagnostics.js";
import type { Feature } from "./feature.js";

/** Tells how much was done for the newest version of a paper, which tests hold against the size of the edit. */
export const work: Feature = {
  capabilities: () => ({}),
  register(session) {
    session.connection.onRequest(
      workMethod,
      session.atPaper<WorkParams, Work | null>(null, (document) => {
        const checked = session.check(document);
        const { version, work } = document;
        const { converted } = listFindings(checked, session);
        return { version, ...work, ...checked.report.work, converted };
      }),
    );
  },
};
